"""A Sequential with two inputs."""

from __future__ import annotations

import ast

from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.list_items import item_span, last_name
from keras_lint.rules.misuses import MisuseRule
from keras_lint.source import Span


class SecondInputLayer(MisuseRule):
    """
    ## What it does

    Finds a second `Input` or `InputLayer` in a `Sequential`.

    ## Why is this bad?

    A `Sequential` has one input, at its start. Keras raises `ValueError: Sequential model has
    already been configured to use input shape ...`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(4),
        keras.Input((4,)),  # [second-input-layer]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(4),
    ])
    ```

    ## When it is silent

    Where the model has no input shape before, and where the code stands in a `try` that may
    catch the error.
    """

    code = "E7133"
    name = "second-input-layer"
    summary = "a second Input in a Sequential"
    kind = "second-input-layer"

    def place(self, model: SemanticModel, misuse: Misuse) -> Span:
        """Give the place of the last input in a list of layers."""

        def is_input(item: ast.expr) -> bool:
            return isinstance(item, ast.Call) and last_name(item.func) in ("Input", "InputLayer")

        return item_span(model.source, misuse.span, is_input)

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Say where the second input stands."""
        return (
            f"this `Sequential` gets {misuse.found}",
            "a Sequential takes one input, at its start; Keras raises here",
            "leave the second Input out, or use keras.Model(inputs, outputs) for several",
        )
