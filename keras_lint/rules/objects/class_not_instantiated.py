"""The class of a layer where a layer is needed."""

from __future__ import annotations

from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.list_items import item_span, last_name
from keras_lint.rules.misuses import MisuseRule
from keras_lint.rules.places import short
from keras_lint.source import Span


class ClassNotInstantiated(MisuseRule):
    """
    ## What it does

    Finds the class of a layer where an instance is needed: `Flatten` without parentheses.

    ## Why is this bad?

    Keras raises `ValueError: Only instances of keras.Layer can be added to a Sequential
    model`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Flatten,  # [class-not-instantiated]
        layers.Dense(10),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(10),
    ])
    ```

    ## When it is silent

    Where the call stands in a `try` that may catch the error.
    """

    code = "E7111"
    name = "class-not-instantiated"
    summary = "the class of a layer stands where a layer is needed"
    kind = "class-not-instantiated"

    def place(self, model: SemanticModel, misuse: Misuse) -> Span:
        """Give the place of the class in a list of layers."""
        layer = short(misuse.detail.get("class", ""))
        return item_span(model.source, misuse.span, lambda item: last_name(item) == layer)

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name the class."""
        layer = short(misuse.detail.get("class", ""))
        return (
            f"`{layer}` is a class here, not a layer: it has no parentheses",
            "Keras takes instances of layers alone and raises here",
            f"write {layer}()",
        )
