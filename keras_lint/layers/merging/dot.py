"""``keras.layers.Dot``."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.layers.arguments import Argument, Opaque, show
from keras_lint.layers.merging.merge import Merge
from keras_lint.shapes import (
    InvalidArgument,
    InvalidShape,
    Shape,
    Unknown,
    is_dynamic,
    is_unknown,
    surely_differ,
)


class Dot(Merge):
    """Sum the products along one axis of each of two tensors.

    ``(batch, m, k), (batch, k, n) -> (batch, m, n)`` for ``axes=(2, 1)``.
    """

    keras_name = "keras.layers.Dot"
    legacy = {"dot_axes": "axes"}
    exact_count = 2

    axes: Argument
    normalize: Argument = False

    def validate(self) -> None:
        axes = self.axes
        if isinstance(axes, int | Unknown | Opaque):
            return
        pair = isinstance(axes, list | tuple) and len(axes) == 2
        if not pair or not all(isinstance(axis, int | Unknown | Opaque) for axis in axes):
            raise InvalidArgument("axes", "an int or two of them", show(axes))

    def merged(self, shapes: Sequence[Shape]) -> Shape:
        for shape in shapes:
            if shape.dims is None:
                return shape
        axes = self._axes(shapes)
        if isinstance(axes, Unknown):
            rank = sum(len(shape) for shape in shapes) - 3
            return Shape.unknown_dims(2 if rank == 1 else rank, axes.why)
        sizes = [shape[axis] for shape, axis in zip(shapes, axes, strict=True)]
        # Keras: Dot.build compares with !=, so that None differs from every size.
        half_known = is_dynamic(sizes[0]) != is_dynamic(sizes[1])
        if surely_differ(*sizes) or (half_known and not any(is_unknown(size) for size in sizes)):
            raise InvalidShape(
                "equal sizes on the summed axes",
                f"{sizes[0]} on axis {axes[0]} of {shapes[0]}, "
                f"{sizes[1]} on axis {axes[1]} of {shapes[1]}",
            )
        if self.keras == 2 and 0 in axes:
            raise InvalidShape("an axis other than the batch axis", "axis 0", keras=(2,))
        result = _without(shapes, axes)
        # Keras 2 runs the product, which has the batch size that is known.
        merged = result.with_axis(0, shapes[1][0]) if is_dynamic(shapes[0][0]) else result
        return self.of_version(merged, result)

    def _axes(self, shapes: Sequence[Shape]) -> list[int] | Unknown:
        """Give the summed axis of each tensor.

        Raises:
            InvalidShape: a tensor has no such axis.
        """
        given = self.axes
        if isinstance(given, Unknown | Opaque):
            return Unknown("`axes` is unknown")
        axes = list(given) if isinstance(given, list | tuple) else [given, given]
        if isinstance(given, int) and given < 0:
            axes = [given % max(len(shape), 1) for shape in shapes]
        for axis, shape in zip(axes, shapes, strict=True):
            if isinstance(axis, Unknown | Opaque):
                return Unknown("`axes` is unknown")
            if not -len(shape) <= axis < len(shape):
                raise InvalidShape(f"an axis of {shape}", f"axis {axis}")
        return axes


def _without(shapes: Sequence[Shape], axes: Sequence[int]) -> Shape:
    """Drop the summed axes and the second batch axis. Keras: ``Dot.compute_output_shape``."""
    first = shapes[0].without_axis(axes[0])
    second = shapes[1].without_axis(axes[1])
    if not len(second):
        raise InvalidShape("at least two axes", str(shapes[1]))
    dims = first.known + second.known[1:]
    return Shape((*dims, 1) if len(dims) == 1 else dims)
