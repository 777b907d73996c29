"""Pretrained models with arguments that contradict their weights."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Confidence, Diagnostic
from keras_lint.model import SemanticModel
from keras_lint.rules.operations import operation_notes
from keras_lint.rules.places import holds, short
from keras_lint.rules.rule import Rule
from keras_lint.shapes import InvalidArgument


class BackboneInput(Rule):
    """
    ## What it does

    Finds models of `keras.applications` with arguments that Keras refuses: an `input_shape`
    below the minimum size, ImageNet's weights with other than three channels or with other
    than 1000 classes, a shape with the batch axis.

    ## Why is this bad?

    Keras raises when the model is made.

    ## Example

    ```python
    base = keras.applications.VGG16(  # [backbone-input]
        weights=None, include_top=False, input_shape=(28, 28, 3)
    )
    ```

    Use instead:

    ```python
    base = keras.applications.VGG16(
        weights=None, include_top=False, input_shape=(32, 32, 3)
    )
    ```

    ## When it is silent

    Where the arguments are not known, and where the call stands in a `try` that may catch
    the error.
    """

    code = "E7128"
    name = "backbone-input"
    summary = "a pretrained model gets arguments that it refuses"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report what backbones refuse."""
        for one in model.operation_refusals:
            if one.guarded or not one.name.startswith("keras.applications."):
                continue
            refusal = one.refusal
            if not holds(refusal.keras, model.keras):
                continue
            name = short(one.name)
            if isinstance(refusal, InvalidArgument):
                message = (
                    f"`{name}` needs {refusal.expected}; `{refusal.argument}` is {refusal.found}"
                )
            else:
                message = f"`{name}` needs {refusal.expected}; its input is {refusal.found}"
            yield self.diagnostic(
                one.span,
                message,
                notes=("Keras raises when the model is made", *operation_notes(model, one)),
                helps=(refusal.remedy or _remedy(refusal.expected),),
                confidence=Confidence.HIGH,
            )


def _remedy(expected: str) -> str:
    if "channels" in expected:
        return "give images with 3 channels, or weights=None"
    if "rows and columns" in expected:
        return "resize the images, or use a smaller network of your own"
    return f"give {expected}"
