"""``keras.layers.Concatenate``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce

from keras_lint.layers.arguments import Argument, NumpyInteger, show
from keras_lint.layers.merging.merge import Merge
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Unknown,
    is_dynamic,
    is_unknown,
    surely_differ,
)
from keras_lint.shapes.arithmetic import agreed_dim


class Concatenate(Merge):
    """Join tensors along one axis: ``(..., m, ...), (..., n, ...) -> (..., m + n, ...)``."""

    keras_name = "keras.layers.Concatenate"
    legacy = {"concat_axis": "axis"}

    axis: Argument = -1

    def validate(self) -> None:
        if self.axis is None or isinstance(self.axis, float | str | list | tuple | dict):
            raise InvalidArgument("axis", "an int", show(self.axis))

    def merged(self, shapes: Sequence[Shape]) -> Shape:
        axis = self.axis.value if isinstance(self.axis, NumpyInteger) else self.axis
        ranked = [shape for shape in shapes if shape.dims is not None]
        if not ranked:
            return shapes[0]
        if not isinstance(axis, int):
            why = axis.why if isinstance(axis, Unknown) else "the axis is unknown"
            same = all(len(shape) == len(ranked[0]) for shape in ranked)
            return Shape.unknown_dims(len(ranked[0]), why) if same else Shape.unknown(why)
        if any(len(shape) != len(ranked[0]) for shape in ranked):
            return _of_different_ranks(shapes, ranked, axis)
        rank = len(ranked[0])
        if not -rank <= axis < rank:
            raise InvalidShape(f"an axis of {ranked[0]}", f"axis {axis}")
        axis %= rank
        _check_other_axes(ranked, axis)
        return Shape(
            tuple(
                _joined(shapes, axis) if index == axis else self._common(shapes, index)
                for index in range(rank)
            )
        )

    def _common(self, shapes: Sequence[Shape], axis: int) -> Dim:
        """Give the size on an axis that is not joined."""
        sizes = [Unknown(shape.why) if shape.dims is None else shape.dims[axis] for shape in shapes]
        if self.keras == 2:
            # Keras 2 takes the shape of the operation itself.
            return reduce(partial(agreed_dim, expected="equal sizes"), sizes)
        # Keras 3: Concatenate.compute_output_shape copies the first shape.
        return sizes[0]


def _joined(shapes: Sequence[Shape], axis: int) -> Dim:
    """Add the sizes on the joined axis; one ``None`` makes the sum so."""
    total: Dim = 0
    for shape in shapes:
        size = Unknown(shape.why) if shape.dims is None else shape.dims[axis]
        if is_dynamic(size):
            return DYNAMIC
        total = size if is_unknown(size) else total + size
    return total


def _check_other_axes(shapes: Sequence[Shape], axis: int) -> None:
    """Compare the axes that are not joined; ``None`` fits every size.

    Raises:
        InvalidShape: two sizes differ.
    """
    for index in range(len(shapes[0])):
        if index == axis:
            continue
        sizes = [shape for shape in shapes if not is_dynamic(shape[index])]
        for first in sizes:
            for other in sizes:
                if surely_differ(first[index], other[index]):
                    raise InvalidShape(
                        f"inputs that differ on axis {axis} alone",
                        f"{first} and {other}, which differ on axis {index}",
                        axis=index,
                    )


def _of_different_ranks(shapes: Sequence[Shape], ranked: Sequence[Shape], axis: int) -> Shape:
    """Refuse shapes of different ranks, where Keras does.

    Keras: ``Concatenate.build`` drops the joined axis only where a shape has it, so that
    ``(a, b)`` and ``(a, b, c)`` pass for ``axis=2``.
    """
    reduced = {len(shape) - (len(shape) > axis) for shape in ranked}
    first = shapes[0]
    if len(reduced) > 1 or (first.dims is not None and len(first) <= axis):
        other = next(shape for shape in ranked if len(shape) != len(ranked[0]))
        raise InvalidShape("inputs of the same rank", f"{ranked[0]} and {other}")
    return Shape.unknown("tensors of different ranks are joined")
