"""``Merge`` of Keras 1."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.layers.arguments import Argument, CallArguments, Opaque, is_size, show
from keras_lint.layers.merging.merge import Merge
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    is_unknown,
    surely_differ,
)

MODES = ("sum", "mul", "concat", "ave", "cos", "dot", "max")


class FormerMerge(Merge):
    """Make one tensor of several, as ``mode`` says: ``(..., m), (..., n) -> (..., m + n)``.

    ``layers`` are the models whose outputs are merged, where no tensors are given.
    Keras 1: ``Merge._arguments_validation`` and ``Merge.get_output_shape_for``.
    """

    keras_name = "keras.layers.Merge"
    in_keras = (1, 2)

    layers: Argument = None
    mode: Argument = "sum"
    concat_axis: Argument = -1
    dot_axes: Argument = -1
    output_shape_: Argument = None
    output_mask: Argument = None
    arguments: Argument = None
    node_indices: Argument = None
    tensor_indices: Argument = None

    def validate(self) -> None:
        if isinstance(self.mode, str) and self.mode not in MODES:
            raise InvalidArgument("mode", " or ".join(map(repr, MODES)), show(self.mode))

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        inputs = self.inputs(arguments)
        if not isinstance(inputs, Unknown) and len(inputs) < 2:
            raise InvalidShape("a list of at least 2 tensors", f"{len(inputs)}")
        return super().call(arguments)

    def merged(self, shapes: Sequence[Shape]) -> Shape:
        for shape in shapes:
            if shape.dims is None:
                return shape
        match self.mode:
            case "sum" | "mul" | "ave" | "max":
                _check_equal(shapes, shapes, "inputs of one shape")
                return _common(shapes)
            case "concat":
                return self._joined(shapes)
            case "dot" | "cos":
                if self.mode == "cos":
                    _check_equal(shapes, shapes, "inputs of one shape")
                return self._product(shapes)
        if isinstance(self.mode, Unknown):
            return Shape.unknown(self.mode.why)
        return self._declared(shapes[0])

    def _declared(self, first: Shape) -> Shape:
        """Give the shape that goes with a function as ``mode``."""
        declared = self.output_shape_
        if declared is None:
            expected = "a shape or a function of shapes, as `mode` is a function"
            raise InvalidArgument("output_shape", expected, "None")
        if isinstance(declared, list | tuple) and all(
            one is None or is_size(one) for one in declared
        ):
            return Shape((first[0], *(DYNAMIC if one is None else one for one in declared)))
        return Shape.unknown("what `output_shape` gives is unknown")

    def _joined(self, shapes: Sequence[Shape]) -> Shape:
        axis = self.concat_axis
        if not isinstance(axis, int):
            why = axis.why if isinstance(axis, Unknown) else "the axis is unknown"
            return Shape.unknown(why)
        for shape in shapes:
            if not -len(shape) <= axis < len(shape):
                raise InvalidShape(f"an axis of {shape}", f"axis {axis}")
        rest = [shape.without_axis(axis) for shape in shapes]
        _check_equal(rest, shapes, f"inputs that differ on axis {axis} alone")
        total: Dim = 0
        for shape in shapes:
            if is_dynamic(shape[axis]) or is_dynamic(total):
                total = DYNAMIC
            else:
                total = total if is_unknown(total) else total + shape[axis]
        return _common([shape.with_axis(axis, total) for shape in shapes])

    def _product(self, shapes: Sequence[Shape]) -> Shape:
        """Give the shape of a product; Keras 1 states that of ``dot`` for ``cos``, too."""
        if len(shapes) > 2:
            raise InvalidShape("exactly 2 tensors", str(len(shapes)))
        axes = self._axes(shapes)
        if isinstance(axes, Unknown):
            rank = sum(len(shape) for shape in shapes) - 3
            return Shape.unknown_dims(max(rank, 2), axes.why)
        for shape, axis in zip(shapes, axes, strict=True):
            if not -len(shape) <= axis < len(shape):
                raise InvalidShape(f"an axis of {shape}", f"axis {axis}")
        summed = [Shape((shape[axis],)) for shape, axis in zip(shapes, axes, strict=True)]
        _check_equal(summed, shapes, f"equal sizes on the axes {axes[0]} and {axes[1]}")
        first = shapes[0].without_axis(axes[0]).known
        second = shapes[1].without_axis(axes[1]).known[1:]
        dims = (*first, *second)
        return Shape((*dims, 1) if len(dims) == 1 else dims)

    def _axes(self, shapes: Sequence[Shape]) -> list[int] | Unknown:
        given = self.dot_axes
        if isinstance(given, int):
            return [given % len(one) for one in shapes] if given < 0 else [given, given]
        if isinstance(given, Unknown | Opaque):
            return Unknown("`dot_axes` is unknown")
        if not isinstance(given, list | tuple) or len(given) != 2:
            raise InvalidArgument("dot_axes", "an int or two of them", show(given))
        if not all(isinstance(one, int) for one in given):
            return Unknown("`dot_axes` is unknown")
        return list(given)


def _check_equal(shapes: Sequence[Shape], shown: Sequence[Shape], expected: str) -> None:
    """Compare shapes as Python compares tuples, so that ``None`` differs from every size.

    Raises:
        InvalidShape: two differ.
    """
    first = shapes[0]
    for index, other in enumerate(shapes[1:], 1):
        pairs = list(zip(first.known, other.known, strict=False))
        if len(first) != len(other) or any(_differ(one, two) for one, two in pairs):
            raise InvalidShape(expected, f"{shown[0]} and {shown[index]}")


def _differ(one: Dim, two: Dim) -> bool:
    half_known = is_dynamic(one) != is_dynamic(two) and not is_unknown(one) and not is_unknown(two)
    return surely_differ(one, two) or half_known


def _common(shapes: Sequence[Shape]) -> Shape:
    """Give the one shape that all have, with each size that some of them know."""
    sizes = zip(*(shape.known for shape in shapes), strict=True)
    return Shape(
        tuple(next((one for one in column if is_known(one)), column[0]) for column in sizes)
    )
