"""How operations read their arguments: tensors, axes, flags, dtypes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from keras_lint.layers.arguments import Argument, NumpyInteger, Opaque, show, truth
from keras_lint.shapes import (
    Content,
    Dim,
    Dynamic,
    InvalidArgument,
    InvalidShape,
    Polynomial,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
    join_shape,
)

DTYPES = (
    "float16", "float32", "float64", "bfloat16", "int8", "int16", "int32", "int64",
    "uint8", "uint16", "uint32", "uint64", "bool", "string", "complex64", "complex128",
)  # fmt: skip
"""The names that Keras has for dtypes."""

_OTHER_DTYPES = {
    "float": "float64", "float_": "float64", "double": "float64", "single": "float32",
    "half": "float16", "int": "int64", "int_": "int64", "intp": "int64", "bool_": "bool",
    "str": "string", "ubyte": "uint8",
}  # fmt: skip
"""What Python and numpy call them besides."""


def unknown_tensor(why: str, dtype: str | None = None) -> TensorSpec:
    """Give a tensor of which not even the rank is known."""
    return TensorSpec(Shape.unknown(why), dtype)


def tensor(argument: Argument) -> TensorSpec:
    """Give the tensor that a library makes of an argument: a number is one of rank 0."""
    match argument:
        case TensorSpec():
            return argument
        case Unknown():
            return unknown_tensor(argument.why)
        case bool():
            return TensorSpec(Shape(()), "bool")
        case float():
            return TensorSpec(Shape(()), content=Content(argument, argument))
        case int():
            return TensorSpec(Shape(()), content=Content(argument, argument, None, (argument,)))
        case NumpyInteger(value):
            return TensorSpec(Shape(()), "int64", content=Content(elements=(value,)))
        case Polynomial() | Dynamic():
            return TensorSpec(Shape(()), content=Content(elements=(argument,)))
        case str() | bytes():
            return TensorSpec(Shape(()), "string")
        case list() | tuple():
            return _stacked([tensor(item) for item in argument])
    return unknown_tensor(f"{show(argument)} is no tensor that is understood")


def _stacked(items: Sequence[TensorSpec]) -> TensorSpec:
    if not items:
        return TensorSpec(Shape((0,)))
    why = "the rows differ"
    shape = reduce(lambda left, right: join_shape(left, right, why), (one.shape for one in items))
    if shape.dims is None:
        return unknown_tensor(shape.why)
    dtypes = {one.dtype for one in items}
    content = None
    if shape.dims == ():
        scalars = [scalar_element(one) for one in items]
        if not any(isinstance(one, Unknown) for one in scalars):
            content = Content(elements=tuple(one for one in scalars if one is not None))
    contents = [one.content for one in items]
    if all(one is not None and None not in (one.minimum, one.maximum) for one in contents):
        content = Content(
            min(one.minimum for one in contents if one and one.minimum is not None),
            max(one.maximum for one in contents if one and one.maximum is not None),
            elements=None if content is None else content.elements,
            attained=True,
        )
    return TensorSpec(
        Shape((len(items), *shape.dims)),
        dtypes.pop() if len(dtypes) == 1 else None,
        content=content,
    )


def scalar_element(spec: TensorSpec) -> Dim:
    """Give the integer in a tensor of rank 0."""
    if spec.shape.dims == () and spec.content is not None and spec.content.elements is not None:
        return spec.content.elements[0]
    return Unknown("the value of a tensor")


def tensors(argument: Argument) -> list[TensorSpec] | Unknown:
    """Give the tensors of a list; an array is a list of its rows."""
    if isinstance(argument, Unknown):
        return argument
    if isinstance(argument, TensorSpec):
        shape = argument.shape
        if shape.dims and is_known(shape[0]):
            return [TensorSpec(shape.without_axis(0), argument.dtype)] * shape[0]
        return Unknown(shape.why or "the number of tensors is unknown")
    if isinstance(argument, Sequence) and not isinstance(argument, str):
        return [tensor(item) for item in argument]
    return Unknown(f"{show(argument)} is no list of tensors")


def dim_argument(argument: Argument) -> Dim:
    """Give the integer that an argument stands for."""
    match argument:
        case bool():
            return int(argument)
        case NumpyInteger(value):
            return value
        case TensorSpec():
            return scalar_element(argument)
        case float() if argument.is_integer():
            return int(argument)
        case int() | Polynomial() | Dynamic() | Unknown():
            return argument
    return Unknown(f"{show(argument)} is no integer")


def integer_argument(argument: Argument) -> int | Unknown:
    """Give an integer that must be a number to be of use, such as an axis."""
    dim = dim_argument(argument)
    if is_known(dim):
        return dim
    return dim if isinstance(dim, Unknown) else Unknown(f"`{dim}` is no known number")


def axes_argument(argument: Argument) -> tuple[int, ...] | Unknown | None:
    """Give the axes of an argument ``axis``; None stands for all of them."""
    if argument is None or isinstance(argument, Unknown):
        return argument
    if isinstance(argument, TensorSpec) and argument.content and argument.content.elements:
        argument = argument.content.elements
    given = argument if isinstance(argument, list | tuple) else (argument,)
    found: list[int] = []
    for one in given:
        axis = integer_argument(one)
        if isinstance(axis, Unknown):
            return axis
        found.append(axis)
    return tuple(found)


def canonical_axes(axes: Sequence[int], rank: int) -> tuple[int, ...]:
    """Count axes from the front.

    Raises:
        InvalidShape: an axis does not exist, or one is named twice.
    """
    for axis in axes:
        if not -rank <= axis < rank:
            raise InvalidShape(f"an axis of a tensor with {rank} axes", f"axis {axis}")
    found = tuple(axis % rank for axis in axes)
    if len(set(found)) != len(found):
        raise InvalidArgument("axis", "different axes", show(tuple(axes)))
    return found


def flag(argument: Argument) -> bool | Unknown:
    """Give a flag such as ``keepdims``; None means False."""
    return truth(argument)


def dtype_argument(argument: Argument, default: str | None = None) -> str | None:
    """Give Keras's name of a dtype, or None where it is unknown; ``default`` if not given."""
    if argument is None:
        return default
    name = argument.name if isinstance(argument, Opaque) else argument
    if isinstance(name, type):
        name = name.__name__
    if not isinstance(name, str):
        return None
    name = name.rpartition(".")[2]
    name = _OTHER_DTYPES.get(name, name)
    return name if name in DTYPES else None


def is_float(dtype: str | None) -> bool:
    """Tell whether a dtype is known to hold fractions."""
    return dtype is not None and "float" in dtype


def is_integer(dtype: str | None) -> bool:
    """Tell whether a dtype is known to hold integers."""
    return dtype is not None and "int" in dtype


def common_dtype(*dtypes: str | None) -> str | None:
    """Give the dtype that all have, or None: promotion differs from library to library."""
    return dtypes[0] if dtypes and len(set(dtypes)) == 1 else None
