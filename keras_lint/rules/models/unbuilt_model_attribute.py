"""Shapes and weights asked of a model that has none yet."""

from __future__ import annotations

from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.misuses import MisuseRule


class UnbuiltModelAttribute(MisuseRule):
    """
    ## What it does

    Finds `output_shape`, `input`, `count_params()` and the like on a `Sequential` that has no
    input shape yet.

    ## Why is this bad?

    Without an input shape the model has no weights and no shapes. Keras raises
    `AttributeError: Sequential model ... has no defined output shape yet`.

    ## Example

    ```python
    model = keras.Sequential([
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    print(model.output_shape)  # [unbuilt-model-attribute]
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    print(model.output_shape)
    ```

    ## When it is silent

    Where the model was given data, or was built, before; for `summary()`, which Keras 3 prints
    without shapes; and where the code stands in a `try` that may catch the error.
    """

    code = "E7132"
    name = "unbuilt-model-attribute"
    summary = "a model is asked for shapes that it does not have yet"
    kind = "unbuilt-attribute"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Name the model and the attribute."""
        text = " ".join(model.source.slice(misuse.span).split())
        asked = text.partition("(")[0].rpartition(".")[2] if "." in text else misuse.found
        asked = asked.partition("[")[0] or misuse.found
        return (
            f"`{misuse.detail.get('model', 'model')}` has no input shape when `{asked}` is read",
            "Keras makes weights and shapes once it knows the input; here it raises",
            "start the model with keras.Input(shape=...), or call model.build(...) first",
        )
