"""How the layers of a backbone change shapes; channels are always last here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from keras_lint.shapes import (
    Dim,
    InvalidShape,
    Shape,
    is_dynamic,
    is_known,
    is_unknown,
    product,
    surely_below,
    surely_differ,
)
from keras_lint.shapes.arithmetic import window_output

Pair = int | tuple[int, int]
Padding = tuple[tuple[Dim, Dim], tuple[Dim, Dim]]
Rule: TypeAlias = Callable[[Sequence[Shape]], Shape]
"""How the shapes of the inputs of a layer, once it is made, become that of its output."""


def halving_pad(shape: Shape, kernel: int) -> Padding:
    """Give the padding before a convolution of stride 2, by whether the sizes are even.

    Keras: ``imagenet_utils.correct_pad``, which asks only whether the rows are ``None``.

    Raises:
        InvalidShape: the rows are a number and the columns are ``None``.
    """
    rows, columns = shape[1], shape[2]
    half = kernel // 2
    if is_dynamic(rows):
        return ((half - 1, half), (half - 1, half))
    if is_dynamic(columns) and not is_unknown(rows):
        raise InvalidShape("columns of a known size where the rows have one", str(shape), axis=2)
    less: list[Dim] = [1 - rows % 2, 1 - columns % 2]
    if is_unknown(rows) and (not is_known(columns) or columns % 2):
        less[1] = rows
    return ((half - less[0], half), (half - less[1], half))


def pair(kernel: Pair) -> tuple[int, int]:
    """Give a kernel's rows and columns."""
    return (kernel, kernel) if isinstance(kernel, int) else kernel


def window_shape(shape: Shape, kernel: Pair, strides: int, padding: str) -> Shape:
    """Give the shape after a sliding window, channels unchanged.

    Raises:
        InvalidShape: the window does not fit once.
    """
    for axis, window in enumerate(pair(kernel), start=1):
        try:
            size = window_output(shape[axis], window, strides, padding)
        except InvalidShape:
            raise InvalidShape(
                f"at least {window} rows and columns for this window", str(shape), axis=axis
            ) from None
        shape = shape.with_axis(axis, size)
    return shape


def convolved(channels: Dim, filters: Dim, kernel: Pair, strides: int, padding: str) -> Rule:
    """Give the rule of a convolution that is built on that many channels."""

    def rule(shapes: Sequence[Shape]) -> Shape:
        shape = window_shape(shapes[0], kernel, strides, padding)
        return relabeled([shape], channels=channels, filters=filters)

    return rule


def relabeled(shapes: Sequence[Shape], *, channels: Dim, filters: Dim) -> Shape:
    """Replace the channels, which must be those that the layer was built with."""
    (shape,) = shapes
    if surely_differ(shape[-1], channels):
        expected = f"{channels} on the last axis, as the layer was built with"
        raise InvalidShape(expected, str(shape), axis=-1)
    return shape.with_last(filters)


def windowed(shapes: Sequence[Shape], *, kernel: Pair, strides: int, padding: str) -> Shape:
    """Slide a window: ``(b, h, w, c) -> (b, h', w', c)``."""
    return window_shape(shapes[0], kernel, strides, padding)


def unchanged(shapes: Sequence[Shape]) -> Shape:
    """Keep the shape of the one input."""
    return shapes[0]


def enlarged(shapes: Sequence[Shape], *, more: Sequence[Dim]) -> Shape:
    """Add rows and columns."""
    batch, rows, columns, channels = shapes[0]
    return Shape((batch, rows + more[0], columns + more[1], channels))


def without_first(shapes: Sequence[Shape]) -> Shape:
    """Drop the first row and column."""
    batch, rows, columns, channels = shapes[0]
    if surely_below(rows, 2) or surely_below(columns, 2):
        raise InvalidShape("at least 2 rows and columns to crop", str(shapes[0]))
    return Shape((batch, rows - 1, columns - 1, channels))


def flattened(shapes: Sequence[Shape]) -> Shape:
    """Keep the batch axis and multiply the rest."""
    batch, *rest = shapes[0]
    return Shape((batch, product(rest)))


def pooled(shapes: Sequence[Shape], *, keepdims: bool = False) -> Shape:
    """Drop the rows and columns, or keep one of each."""
    ones: tuple[Dim, ...] = (1, 1) if keepdims else ()
    return Shape((shapes[0][0], *ones, shapes[0][-1]))


def merged(shapes: Sequence[Shape]) -> Shape:
    """Merge as ``Add`` and ``Multiply`` do, which keep a ``None``."""
    result = shapes[0]
    for other in shapes[1:]:
        for axis, (left, right) in enumerate(zip(result, other, strict=True)):
            result = result.with_axis(axis, _merged_dim(left, right, result, other))
    return result


def _merged_dim(left: Dim, right: Dim, first: Shape, second: Shape) -> Dim:
    if left == 1:
        return right
    if right == 1 or is_dynamic(left) or is_unknown(left):
        return left
    if is_dynamic(right) or is_unknown(right):
        return right
    if surely_differ(left, right):
        raise InvalidShape(f"branches of one shape, as {first}", str(second))
    return left
