"""Shapes that are passed as arguments: tuples, numbers, and tensors such as ``tf.shape(x)``."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.layers.arguments import Argument, show
from keras_lint.ops.operands import dim_argument, integer_argument
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
    surely_below,
)


def shape_argument(argument: Argument) -> tuple[Dim, ...] | Unknown:
    """Give the dims that an argument such as ``newshape`` or ``size`` names.

    Takes an int, a tuple or list of ints, dims, ``None`` and scalar tensors, and a vector
    of integers whose values are known, such as the result of ``tf.shape``. An integer
    tensor of known length but unknown values gives that many unknown dims.
    """
    if isinstance(argument, Unknown):
        return argument
    if isinstance(argument, TensorSpec):
        return _of_tensor(argument)
    if isinstance(argument, Shape):
        return Unknown(argument.why) if argument.dims is None else argument.dims
    if isinstance(argument, Sequence) and not isinstance(argument, str):
        return tuple(DYNAMIC if one is None else dim_argument(one) for one in argument)
    if argument is None:
        return Unknown("the shape is None")
    return (dim_argument(argument),)


def _of_tensor(spec: TensorSpec) -> tuple[Dim, ...] | Unknown:
    if spec.content is not None and spec.content.elements is not None:
        return spec.content.elements
    why = "a shape that is computed"
    match spec.shape.dims:
        case (length,) if is_known(length):
            return (Unknown(why),) * length
        case ():
            return (Unknown(why),)
    return Unknown(why)


def made_shape(argument: Argument) -> Shape:
    """Give the shape of an array that is made with a shape argument."""
    dims = shape_argument(argument)
    if isinstance(dims, Unknown):
        return Shape.unknown(dims.why)
    if any(surely_below(dim, 0) for dim in dims):
        raise InvalidArgument("shape", "sizes that are not negative", str(Shape(dims)))
    return Shape(dims)


def pairs_argument(argument: Argument, rank: int) -> list[tuple[Dim, Dim]] | Unknown:
    """Give what to add before and after each axis, as ``np.pad`` and ``tf.pad`` take it.

    An int or one pair serves every axis.
    """
    if isinstance(argument, Unknown):
        return argument
    if isinstance(argument, TensorSpec):
        return Unknown("paddings that are computed")
    if not isinstance(argument, Sequence) or isinstance(argument, str):
        amount = dim_argument(argument)
        return [(amount, amount)] * rank
    ambiguous = any(isinstance(one, Unknown) for one in argument)
    if ambiguous and not any(isinstance(one, Sequence) for one in argument):
        return Unknown("paddings of which some are unknown")
    if not any(isinstance(one, Sequence | TensorSpec | Unknown) for one in argument):
        match [dim_argument(one) for one in argument]:
            case [amount]:
                return [(amount, amount)] * rank
            case [before, after]:
                return [(before, after)] * rank
        return Unknown(f"`{show(argument)}` is no list of pairs")
    found: list[tuple[Dim, Dim]] = []
    for one in argument:
        match one:
            case (before, after):
                found.append((dim_argument(before), dim_argument(after)))
            case [before, after]:
                found.append((dim_argument(before), dim_argument(after)))
            case (amount,):
                found.append((dim_argument(amount), dim_argument(amount)))
            case Unknown():
                found.append((one, one))
            case _:
                return Unknown("paddings that are computed")
    return found * rank if len(found) == 1 else found


def numbers_argument(argument: Argument, count: int) -> tuple[int, ...] | Unknown:
    """Give ``count`` known integers for one or for a list of that many."""
    if isinstance(argument, TensorSpec) and argument.content and argument.content.elements:
        argument = argument.content.elements
    if isinstance(argument, Unknown):
        return argument
    given = argument if isinstance(argument, list | tuple) else (argument,) * count
    if len(given) != count:
        return Unknown(f"`{show(argument)}` has not {count} entries")
    found = []
    for one in given:
        number = integer_argument(one)
        if isinstance(number, Unknown):
            return number
        found.append(number)
    return tuple(found)
