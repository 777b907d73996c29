"""How to call the functions of ``keras_lint.ops.reshaping``."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Extras, Family
from tests.ops.families.draws import (
    Draw,
    axes_of,
    axis_arguments,
    concrete,
    flags,
    once_in,
    sizes,
    tensors,
)
from tests.ops.libraries import T


@st.composite
def _reshaped(draw: Draw) -> Arguments:
    """Split the number of values into factors, hide one, or miss it."""
    x = draw(tensors(0, 4))
    rest = math.prod(concrete(x.shape))
    target: list[int | None] = []
    while rest > 1 and draw(flags):
        factor = draw(st.sampled_from([one for one in range(1, rest + 1) if rest % one == 0]))
        target.append(factor)
        rest //= factor
    target.append(rest)
    target = draw(st.permutations(target))
    place = draw(st.integers(0, len(target) - 1))
    match draw(st.integers(0, 9)):
        case 0 | 1 | 2 | 3:
            target[place] = -1
        case 4:
            target[place] = draw(sizes)
        case 5:
            target = [draw(st.sampled_from([-1, -1, None, -2, 2])) for _ in [*target, 1]]
    form = draw(st.sampled_from([tuple, list]))
    return {"x": x, "newshape": target[0] if len(target) == 1 and draw(flags) else form(target)}


@st.composite
def _transposed(draw: Draw) -> Arguments:
    x = draw(tensors())
    rank = len(x.shape)
    order = draw(st.permutations(range(rank)))
    match draw(st.integers(0, 7)):
        case 0:
            order = [*order, rank]
        case 1 if rank:
            order[0] = draw(axes_of(rank))
        case 2 | 3:
            order = [axis - rank if draw(flags) else axis for axis in order]
        case 4:
            order = order[:-1]
        case 4:
            return {"x": x}
    return {"x": x, "axes": draw(st.sampled_from([tuple, list]))(order)}


@st.composite
def _swapped(draw: Draw) -> Arguments:
    x = draw(tensors(1))
    axes = axes_of(len(x.shape))
    return {"x": x, "axis1": draw(axes), "axis2": draw(axes)}


@st.composite
def _moved(draw: Draw) -> Arguments:
    x = draw(tensors(1))
    rank = len(x.shape)
    if draw(flags):
        return {"x": x, "source": draw(axes_of(rank)), "destination": draw(axes_of(rank))}
    several = st.lists(st.integers(-rank, rank - 1), min_size=1, max_size=2, unique=True)
    source, destination = draw(several), draw(several)
    if draw(st.integers(0, 4)):
        count = min(len(source), len(destination))
        source, destination = source[:count], destination[:count]
    return {"x": x, "source": tuple(source), "destination": destination}


@st.composite
def _expanded(draw: Draw) -> Arguments:
    x = draw(tensors())
    rank = len(x.shape)
    axis: Any = once_in(4, st.sampled_from([-7, 6, 7]), st.integers(-rank - 1, rank))
    if not draw(st.integers(0, 4)):
        axis = st.lists(st.integers(0, rank + 1), max_size=3, unique=True).map(tuple)
    return {"x": x, "axis": draw(axis)}


@st.composite
def _squeezed(draw: Draw) -> Arguments:
    x = draw(tensors(0, 5, st.sampled_from([1, 1, 1, 1, 2, 3, None, 0])))
    ones = [axis for axis, size in enumerate(x.shape) if size == 1]
    axis: Any = axis_arguments(len(x.shape))
    if ones and draw(flags):
        axis = st.sampled_from([*ones, *(one - len(x.shape) for one in ones), tuple(ones), ones])
    return {"x": x} if not draw(st.integers(0, 4)) else {"x": x, "axis": draw(axis)}


def _x(low: int = 0, high: int = 5) -> Any:
    return st.fixed_dictionaries({"x": tensors(low, high)})


def _axis(name: str, *, several: bool = False, **keywords: Any) -> Extras:
    """Name the last axis."""
    return lambda arguments: {
        name: [len(arguments["x"].shape) - 1] if several else len(arguments["x"].shape) - 1,
        **keywords,
    }


def _names_each_size(arguments: Arguments) -> bool:
    sizes = arguments["newshape"]
    return sizes is not None and not (isinstance(sizes, list | tuple) and None in sizes)


_filled = tensors(0, 5, st.sampled_from([1, 2, 3, 4, None])).map(lambda x: {"x": x})
FAMILIES = {
    "reshape": Family(
        _reshaped(),
        packs=True,
        # One None in the place of all sizes keeps the shape.
        named={"numpy.ndarray.reshape": _reshaped().filter(_names_each_size)},
        silent=("'NoneType' object cannot be interpreted",),
        left_open=("the shape is None",),
    ),
    "reshape_in_tensorflow": Family(
        _reshaped(),
        silent=(
            "must be rank 1 but is rank 0",
            "Cannot reshape a tensor with 0 elements",
        ),
        left_open=("a size of a tensor that may be without values",),
    ),
    "ravel": Family(_x(), refuses=()),
    "flatten": Family(
        _x(), refuses=(), left_open=("a size of a tensor that may be without values",)
    ),
    "batch_flatten": Family(_filled, refuses=(), left_open=("a number has no batch",)),
    "transpose": Family(_transposed(), silent=("Missing required positional argument",)),
    "transpose_method": Family(_transposed(), packs=True),
    "matrix_transpose": Family(_x()),
    "swapaxes": Family(_swapped()),
    "moveaxis": Family(
        _moved(),
        silent=("list index out of range", "repeated axis in"),
        left_open=("an axis that is named twice",),
    ),
    "expand_dims": Family(_expanded()),
    "expand_dims_in_tensorflow": Family(_expanded()),
    "squeeze_in_keras": Family(
        _squeezed(),
        left_open=("an empty list of axes", "an axis that is named twice"),
        silent=("list assignment index out of range",),
    ),
    "squeeze": Family(
        _squeezed(),
        named={
            "keras.backend.squeeze": _squeezed().filter(
                lambda one: isinstance(one.get("axis"), int)
            )
        },
        silent=("duplicate value in",),
        left_open=(
            "an empty list of axes",
            "a size that is None may be 1",
            "an axis that is named twice",
        ),
    ),
    "same_shape": Family(_x(1, 4), refuses=(), silent=("seq_dim must be < input rank",)),
}
EXTRAS = {
    "keras.ops.roll": lambda _arguments: {"shift": 1},
    "numpy.roll": lambda _arguments: {"shift": 1},
    "keras.backend.reverse": _axis("axes", several=True),
    "tensorflow.reverse": _axis("axis", several=True),
    "tensorflow.roll": _axis("axis", shift=1),
    "tensorflow.reverse_sequence": lambda arguments: {
        "seq_lengths": T(arguments["x"].shape[:1], "int32"), "seq_axis": 1, "batch_axis": 0,
    },
}  # fmt: skip
