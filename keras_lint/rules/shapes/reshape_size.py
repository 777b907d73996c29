"""A Reshape to another number of values."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.places import shapes_of
from keras_lint.rules.refused_inputs import RefusedInput
from keras_lint.shapes import Refusal


class ReshapeSize(RefusedInput):
    """
    ## What it does

    Finds `Reshape` layers whose target holds another number of values than the input.

    ## Why is this bad?

    Keras raises `ValueError: The total size of the tensor must be unchanged`.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((100,)),
        layers.Dense(7 * 7 * 128),
        layers.Reshape((7, 7, 256)),  # [reshape-size]
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((100,)),
        layers.Dense(7 * 7 * 256),
        layers.Reshape((7, 7, 256)),
    ])
    ```

    ## When it is silent

    Where a size is not known or `None`, and where the code stands in a `try` that may catch
    the error.
    """

    code = "E7124"
    name = "reshape-size"
    summary = "Reshape changes the number of values"

    def finding(self, model: SemanticModel, call: LayerCall, refusal: Refusal) -> Diagnostic:
        """Give both numbers."""
        have = refusal.found.partition(" values")[0]
        need, _, target = refusal.expected.partition(" values for ")
        what = f"{have} values of {shapes_of(call.inputs)}"
        if need.startswith("a multiple of "):
            rest = need.removeprefix("a multiple of ")
            message = f"the {what} cannot be reshaped to {target}: {rest} does not divide {have}"
            return self.about(model, call, message, (f"give it a multiple of {rest} values",))
        return self.about(
            model,
            call,
            f"the {what} do not fill {target}, which takes {need}",
            (
                f"make the layer before it give {need} values",
                f"reshape to a shape that holds {have} values; the batch axis is not counted",
            ),
        )
