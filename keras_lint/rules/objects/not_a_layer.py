"""Something that is no layer, in a Sequential."""

from __future__ import annotations

import ast

from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.list_items import item_span
from keras_lint.rules.misuses import MisuseRule
from keras_lint.source import Span


class NotALayer(MisuseRule):
    """
    ## What it does

    Finds things that are no layers in a `Sequential`: a tensor, a string, a list, a function.

    ## Why is this bad?

    Keras raises `ValueError: Only instances of keras.Layer can be added to a Sequential
    model`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(4),
        "relu",  # [not-a-layer]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(4),
        layers.Activation("relu"),
    ])
    ```

    ## When it is silent

    For objects that are not followed, and where the call stands in a `try` that may catch
    the error.
    """

    code = "E7113"
    name = "not-a-layer"
    summary = "a Sequential gets something that is no layer"
    kind = "not-a-layer"

    def place(self, model: SemanticModel, misuse: Misuse) -> Span:
        """Give the place of a constant, list or tuple in a list of layers."""
        kinds = {"a list": ast.List, "a tuple": ast.Tuple}
        kind = kinds.get(misuse.found, ast.Constant)
        return item_span(model.source, misuse.span, lambda item: isinstance(item, kind))

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Say what is there, and how to make a layer of it."""
        found = misuse.found
        if found.startswith("a tensor"):
            remedy = "add the layer itself, or use keras.Model(inputs, outputs)"
        elif found.startswith("'"):
            remedy = f"write layers.Activation({found})"
        elif found in ("a list", "a tuple"):
            remedy = "add its layers one by one"
        elif found.startswith("the function"):
            remedy = "wrap it in layers.Lambda(...)"
        else:
            remedy = "leave it out"
        return (
            f"this `Sequential` gets {found}, not a layer",
            "Keras takes instances of layers alone and raises here",
            remedy,
        )
