"""A layer whose input has a size that it does not take."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.places import shapes_of, short
from keras_lint.rules.refused_inputs import RefusedInput
from keras_lint.shapes import Refusal


class LayerInputSize(RefusedInput):
    """
    ## What it does

    Finds layers whose input has a size, on some axis, that they do not take: a shared layer
    that was built for another size, channels that `groups` does not divide, a model applied
    to images of another size.

    ## Why is this bad?

    Keras raises when the layer is applied.

    ## Example

    ```python
    shared = layers.Dense(4)
    a = shared(keras.Input((8,)))
    b = shared(keras.Input((9,)))  # [layer-input-size]
    ```

    Use instead:

    ```python
    a = layers.Dense(4)(keras.Input((8,)))
    b = layers.Dense(4)(keras.Input((9,)))
    ```

    ## When it is silent

    Where the size is not known, and where the code stands in a `try` that may catch the
    error.
    """

    code = "E7121"
    name = "layer-input-size"
    summary = "the input of a layer has a size that it does not take"
    explains = 60

    def finding(self, model: SemanticModel, call: LayerCall, refusal: Refusal) -> Diagnostic:
        """Say which size the layer needs."""
        layer = short(call.class_name)
        needs = refusal.expected.replace("an input of shape", "input of shape")
        message = f"`{layer}` needs {needs}; its input is {shapes_of(call.inputs)}"
        remedy = refusal.remedy or f"give it {refusal.expected}"
        return self.about(model, call, message, (remedy,))
