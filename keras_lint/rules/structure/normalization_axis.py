"""A batch normalization over another axis than that of the channels."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Applicability, Diagnostic, Fix, Label
from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import shape_of
from keras_lint.rules.data_formats import convolution_before, data_format_of
from keras_lint.rules.layer_edits import replace_argument
from keras_lint.rules.places import short
from keras_lint.rules.rule import Rule
from keras_lint.source import Span


class NormalizationAxis(Rule):
    """
    ## What it does

    Finds `BatchNormalization` after a convolution with an `axis` that is not the axis of
    the channels.

    ## Why is this bad?

    `axis` names the axis that is kept: `axis=1` after a channels-last convolution
    normalizes each row of pixels by itself instead of each channel. Keras builds and trains
    it, with the wrong number of weights.

    ## Example

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, 3),
        layers.BatchNormalization(axis=1),  # [normalization-axis]
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])
    ```

    Use instead:

    ```python
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, 3),
        layers.BatchNormalization(),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])
    ```

    ## When it is silent

    Where no convolution or pooling stands before it, and where its data format is not known.

    ## Fix safety

    The fix changes what is normalized and the number of weights, so it is unsafe.
    """

    code = "W7133"
    name = "normalization-axis"
    summary = "batch normalization over another axis than the channels"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Report each layer once."""
        seen: set[Span] = set()
        for call in model.layer_calls:
            if call.class_name != "keras.layers.BatchNormalization" or call.span in seen:
                continue
            before = convolution_before(model, call)
            if before is None or call.output is None:
                continue
            axes = _axes(call, before)
            if axes is None:
                continue
            seen.add(call.span)
            yield self._finding(model, call, before, *axes)

    def _finding(
        self, model: SemanticModel, call: LayerCall, before: LayerCall, axis: int, wanted: int
    ) -> Diagnostic:
        shape = shape_of(call.inputs)
        place = call.construction.argument_spans.get("axis")
        better = "-1" if wanted == len(shape) - 1 else str(wanted)
        edits = replace_argument(model, place, "axis", better)
        title = f"for the channels, use axis={better}"
        fixes = () if edits is None else (Fix(title, edits, Applicability.UNSAFE),)
        written = data_format_of(before)
        return self.diagnostic(
            call.span,
            f"normalizes axis {axis} of {shape}, the {shape[wanted]} channels are axis {wanted}",
            labels=(
                Label(before.span, f"{written}: {shape_of(before.output)}"),
                Label(place or call.span, f"keeps axis {axis}, of size {shape[axis]}"),
            ),
            notes=(
                f"Keras is silent; `axis` of `{short(call.class_name)}` is the axis that keeps its "
                "own mean and variance",
            ),
            helps=(title,),
            fixes=fixes,
            cause=call.index,
        )


def _axes(call: LayerCall, before: LayerCall) -> tuple[int, int] | None:
    """Give the normalized axis and that of the channels where they differ."""
    shape, axis = shape_of(call.inputs), getattr(call.schema, "axis", None)
    if shape.rank is None or shape.rank < 3 or not isinstance(axis, int):
        return None
    if isinstance(axis, bool) or not -shape.rank <= axis < shape.rank:
        return None
    wanted = shape.rank - 1 if data_format_of(before) == "channels_last" else 1
    axis = axis % shape.rank
    return None if axis == wanted else (axis, wanted)
