"""Branches whose shapes do not fit together."""

from __future__ import annotations

from collections.abc import Iterator

from keras_lint.diagnostics import Diagnostic, Label
from keras_lint.model import LayerCall, OperationRefusal, SemanticModel
from keras_lint.rules.operations import JOINS, OPERATORS, operation_notes
from keras_lint.rules.places import holds, listed, overlap, short, specs_of, unique
from keras_lint.rules.refused_inputs import WHEN, RefusedInput
from keras_lint.rules.upsampling import divisor_help
from keras_lint.shapes import InvalidArgument, Refusal, Shape, TensorSpec, is_dynamic, surely_differ


class MergeMismatch(RefusedInput):
    """
    ## What it does

    Finds merge layers, `tf.concat` and operators between tensors whose shapes do not fit
    together.

    ## Why is this bad?

    `Add` and the operators need equal sizes (or 1) on every axis, `Concatenate` on every axis
    but the joined one. Keras raises when the model is built. In networks with a way down and
    a way up the usual cause is an input size that cannot be halved often enough: 90, 45, 22,
    and up again 44.

    ## Example

    ```python
    inputs = keras.Input((90, 90, 3))
    down = layers.Conv2D(8, 3, strides=2, padding="same")(inputs)
    deep = layers.MaxPooling2D()(down)
    up = layers.UpSampling2D()(deep)
    merged = layers.Concatenate()([up, down])  # [merge-mismatch]
    ```

    Use instead:

    ```python
    inputs = keras.Input((96, 96, 3))
    down = layers.Conv2D(8, 3, strides=2, padding="same")(inputs)
    deep = layers.MaxPooling2D()(down)
    up = layers.UpSampling2D()(deep)
    merged = layers.Concatenate()([up, down])
    ```

    ## When it is silent

    Where a size is not known or `None`, and where the code stands in a `try` that may catch
    the error.
    """

    code = "E7123"
    name = "merge-mismatch"
    summary = "branches whose shapes do not fit together"

    def check(self, model: SemanticModel) -> Iterator[Diagnostic]:
        """Look at merge layers, then at operations."""
        yield from super().check(model)
        for one in model.operation_refusals:
            if one.guarded or isinstance(one.refusal, InvalidArgument) or len(one.inputs) < 2:
                continue
            name = one.name.strip("`")
            if (short(name) in JOINS or name in OPERATORS) and holds(
                one.refusal.keras, model.keras
            ):
                yield self._operation(model, one, name)

    def finding(self, model: SemanticModel, call: LayerCall, refusal: Refusal) -> Diagnostic:
        """Name both shapes and the axis where they differ."""
        layer = short(call.class_name)
        shapes = [spec.shape for spec in specs_of(call.inputs)]
        labels = _origin_labels(specs_of(call.inputs), call)
        if layer in ("Dot", "Merge") or _pair(shapes, _joined_axis(call, shapes)) is None:
            message = f"`{layer}` needs {refusal.expected}, and gets {refusal.found}"
            helps = (refusal.remedy or f"give it {refusal.expected}",)
            return self.about(model, call, message, helps, labels=labels)
        message = _headline(f"`{layer}`", shapes, _joined_axis(call, shapes), refusal)
        return self.about(model, call, message, _helps(model, call, shapes, layer), labels=labels)

    def _operation(self, model: SemanticModel, one: OperationRefusal, name: str) -> Diagnostic:
        shapes = [spec.shape for spec in one.inputs]
        message = _headline(f"`{short(name)}`" if name not in OPERATORS else f"`{name}`",
                            shapes, None, one.refusal)  # fmt: skip
        when = WHEN if one.symbolic else "it raises when the line runs"
        return self.diagnostic(
            one.span,
            message,
            labels=_origin_labels(one.inputs, one),
            notes=(when, *operation_notes(model, one)),
            helps=(f"both sides need {one.refusal.expected}",),
        )


def _headline(what: str, shapes: list[Shape], joined: int | None, refusal: Refusal) -> str:
    pair = _pair(shapes, joined)
    if pair is None:
        return f"{what} needs {refusal.expected}, and gets {refusal.found}"
    first, other, axis = pair
    if axis is None:
        return f"{what} meets {first} and {other}: the numbers of axes differ"
    return f"{what} meets {first} and {other}: {first[axis]} and {other[axis]} on axis {axis}"


def _pair(shapes: list[Shape], joined: int | None) -> tuple[Shape, Shape, int | None] | None:
    known = [shape for shape in shapes if shape.dims is not None]
    for index, first in enumerate(known):
        for other in known[index + 1 :]:
            if len(first) != len(other):
                return first, other, None
            for axis in range(1, len(first)):
                sizes = (first[axis], other[axis])
                one = 1 in sizes and joined is None
                if axis != joined and surely_differ(*sizes) and not one:
                    return first, other, axis
    return None


def _joined_axis(call: LayerCall, shapes: list[Shape]) -> int | None:
    axis = getattr(call.schema, "axis", None)
    rank = next((shape.rank for shape in shapes if shape.rank), None)
    if short(call.class_name) != "Concatenate" or not isinstance(axis, int) or rank is None:
        return None
    return axis % rank


def _origin_labels(
    specs: list[TensorSpec] | tuple[TensorSpec, ...], at: LayerCall | OperationRefusal
) -> tuple[Label, ...]:
    return unique(
        Label(spec.origin, str(spec.shape))
        for spec in specs
        if spec.origin is not None
        and spec.origin.path == at.span.path
        and not overlap(spec.origin, at.span)
    )


def _helps(
    model: SemanticModel, call: LayerCall, shapes: list[Shape], layer: str
) -> tuple[str, ...]:
    helps = []
    divisor = divisor_help(model, call, shapes)
    if divisor is not None:
        helps.append(divisor)
    ranks = {shape.rank for shape in shapes}
    if len(ranks) > 1:
        helps.append("bring all branches to the same number of axes, with Reshape or Flatten")
    elif layer == "Concatenate":
        helps.append("all axes but the joined one need equal sizes")
    else:
        sizes = listed([str(shape) for shape in shapes])
        open_axes = any(is_dynamic(dim) for shape in shapes for dim in (shape.dims or ())[1:])
        rest = " where they are known" if open_axes else ""
        helps.append(f"`{layer}` needs equal sizes{rest}, or 1, on every axis of {sizes}")
    return tuple(helps)
