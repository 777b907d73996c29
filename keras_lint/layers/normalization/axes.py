"""The axes that a normalization works along."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, show, truth
from keras_lint.shapes import Dim, InvalidArgument, InvalidShape, Shape, Unknown, is_dynamic


def check_axis_type(axis: Argument) -> None:
    """Check that an ``axis`` is a Python int, a list or a tuple.

    Keras: the constructors of ``LayerNormalization`` and ``UnitNormalization``.

    Raises:
        InvalidArgument: it is a constant of another type.
    """
    if axis is None or isinstance(axis, float | str | dict | NumpyInteger):
        raise InvalidArgument("axis", "an int or a list or tuple of ints", show(axis))


def axes_of(axis: Argument) -> tuple[int, ...] | Unknown:
    """Give the axes that an ``axis`` argument names, as they were written.

    Raises:
        InvalidArgument: one of them is a constant but no integer.
    """
    given = list(axis) if isinstance(axis, list | tuple) else [axis]
    axes: list[int] = []
    for one in given:
        value = one.value if isinstance(one, NumpyInteger) else one
        if value is None or isinstance(value, float | str | list | tuple):
            raise InvalidArgument("axis", "an int or a list or tuple of ints", show(axis))
        if not isinstance(value, int):
            return value if isinstance(value, Unknown) else Unknown("the axis is unknown")
        axes.append(int(value))
    return tuple(axes)


def check_axes(inputs: Shape, axes: Sequence[int]) -> None:
    """Check that an input of known rank has these axes.

    Raises:
        InvalidShape: it has not.
    """
    for axis in axes:
        if not -len(inputs) <= axis < len(inputs):
            raise InvalidShape(f"an input with an axis {axis}", str(inputs))


def check_sizes(inputs: Shape, axes: Sequence[int]) -> None:
    """Check that the sizes of these axes can be those of a weight.

    Raises:
        InvalidShape: one of them is dynamic.
    """
    for axis in axes:
        if is_dynamic(inputs[axis]):
            raise InvalidShape(f"a known size on axis {axis}", str(inputs), axis=axis)


def scale_and_offset(
    dims: tuple[Dim, ...], scale: Argument, center: Argument
) -> tuple[Weight, ...]:
    """Give the weights ``gamma`` and ``beta``, each as far as it is switched on."""
    weights: list[Weight] = []
    for switch in (scale, center):
        match truth(switch):
            case True:
                weights.append(Weight(dims))
            case Unknown() as unknown:
                weights.append(Weight((unknown,)))
    return tuple(weights)
