"""Targets whose sizes are not those of the output."""

from __future__ import annotations

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import SemanticModel
from keras_lint.rules.loss_clashes import Clash
from keras_lint.rules.places import output_shapes
from keras_lint.rules.wrong_targets import WrongTarget, output_span
from keras_lint.shapes import is_known


class TargetShape(WrongTarget):
    """
    ## What it does

    Finds models whose output has other sizes than its targets: an autoencoder that does not
    end at the size of its input, a segmentation of another size than its masks.

    ## Why is this bad?

    The loss compares value by value. Keras raises in `fit`. In autoencoders the usual cause is
    rounding on the way down: 28, 14, 7, 4, and then 4 * 8 = 32.

    ## Example

    ```python
    x = np.zeros((16, 28, 28, 1))
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(4, 3, strides=8, padding="same"),
        layers.Conv2DTranspose(1, 3, strides=8, padding="same"),  # [target-shape]
    ])
    model.compile("adam", loss="mse")
    model.fit(x, x)
    ```

    Use instead:

    ```python
    x = np.zeros((16, 32, 32, 1))
    model = keras.Sequential([
        keras.Input((32, 32, 1)),
        layers.Conv2D(4, 3, strides=8, padding="same"),
        layers.Conv2DTranspose(1, 3, strides=8, padding="same"),
    ])
    model.compile("adam", loss="mse")
    model.fit(x, x)
    ```

    ## When it is silent

    Where a size or the loss is not known, and where the loss broadcasts the two shapes.
    """

    code = "E7155"
    name = "target-shape"
    summary = "the output has other sizes than the targets"

    def finding(self, model: SemanticModel, clash: Clash) -> Diagnostic:
        """Report the last layer."""
        target = clash.target.shape
        what = "its own input" if clash.one.is_input else "the targets"
        message = f"the model ends in {clash.output}, {what} {_are(clash)} {target}"
        labels = tuple(
            Label(call.span, output_shapes(call.output))
            for call in (model.layer_calls[index] for index in clash.one.graph.layers)
            if output_shapes(call.output) != str(clash.output)
        )
        return self.about(
            model, clash, output_span(clash), message, _helps(clash), labels=labels[:12]
        )


def _are(clash: Clash) -> str:
    return "is" if clash.one.is_input else "are"


def _helps(clash: Clash) -> tuple[str, ...]:
    axis, output, target = clash.axis, clash.output, clash.target.shape
    if axis is None or axis >= len(output) or len(output) != len(target):
        return (f"the targets need the shape of the output, {output}, with the samples in front",)
    have, want = output[axis], target[axis]
    if axis == len(output) - 1:
        return (f"give the last layer {want} values on its last axis",)
    helps = [f"make the model end in {want} instead of {have} on axis {axis}"]
    if is_known(have) and is_known(want) and 0 < have - want < have:
        helps.append(f"Cropping2D or padding on the way brings {have} to {want}")
    return tuple(helps)
