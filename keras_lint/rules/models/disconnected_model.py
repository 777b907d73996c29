"""An output that does not come from the inputs of its model."""

from __future__ import annotations

from keras_lint.model import Misuse, SemanticModel
from keras_lint.rules.misuses import MisuseRule


class DisconnectedModel(MisuseRule):
    """
    ## What it does

    Finds `keras.Model(inputs, outputs)` whose outputs need an `Input` that is not among the
    inputs, or that has an array for its input.

    ## Why is this bad?

    Keras raises `ValueError: Output with path ... is not connected to inputs`.

    ## Example

    ```python
    image = keras.Input((8,))
    text = keras.Input((4,))
    x = layers.Concatenate()([image, text])
    model = keras.Model(image, layers.Dense(1)(x))  # [disconnected-model]
    ```

    Use instead:

    ```python
    image = keras.Input((8,))
    text = keras.Input((4,))
    x = layers.Concatenate()([image, text])
    model = keras.Model([image, text], layers.Dense(1)(x))
    ```

    ## When it is silent

    Where a tensor on the way is not known, and where the code stands in a `try` that may
    catch the error.
    """

    code = "E7130"
    name = "disconnected-model"
    summary = "an output needs an Input that the model does not have"
    kind = "disconnected"

    def words(self, model: SemanticModel, misuse: Misuse) -> tuple[str, str, str] | None:
        """Say what is missing, or what stands in its place."""
        if "array" in misuse.detail:
            return (
                f"the input of this model is an array of shape {misuse.detail['array']}",
                "a model is made of symbolic tensors; Keras raises here",
                "make x = keras.Input(shape=...), apply the layers to x, and give the array to fit",
            )
        return (
            "an output of this model needs an `Input` that is not among its inputs",
            "Keras follows the outputs back to the inputs and raises here",
            "list every Input that the outputs come from: keras.Model([a, b], outputs)",
        )
