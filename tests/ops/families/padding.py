"""How to call the functions of ``keras_lint.ops.padding``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import (
    Draw,
    axes_of,
    concrete,
    flags,
    once_in,
    perturbed,
    shapes,
    sizes,
    tensors,
)
from tests.ops.libraries import T

_amounts = st.integers(0, 3)
_paddings = once_in(15, st.just(-1), _amounts)


@st.composite
def _padded(draw: Draw) -> Arguments:
    x = draw(tensors(1, 4))
    rank = len(x.shape)
    count = draw(once_in(8, st.integers(0, 5), st.just(rank)))
    width: Any = [[draw(_paddings), draw(_amounts)] for _ in range(count)]
    match draw(st.integers(0, 9)):
        case 0:
            width = draw(_amounts)
        case 1:
            width = (draw(_amounts), draw(_amounts))
        case 2:
            width = ((draw(_amounts), draw(_amounts)),)
        case 3 | 4:
            width = tuple(tuple(pair) for pair in width)
    return {"x": x, "pad_width": width}


@st.composite
def _padded_in_time(draw: Draw) -> Arguments:
    x = draw(once_in(5, tensors(1, 4), tensors(3, 3)))
    return {"x": x, "padding": (draw(_amounts), draw(_amounts))} if draw(flags) else {"x": x}


@st.composite
def _broadcast(draw: Draw) -> Arguments:
    target = concrete(draw(shapes(0, 4)))
    x = T(draw(perturbed(target)))
    if not draw(st.integers(0, 7)):
        target = (*target, draw(st.sampled_from([1, 2, -1])))
    return {"x": x, "shape": draw(st.sampled_from([target, [*target]]))}


@st.composite
def _tiled(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4))
    count = draw(once_in(2, st.integers(0, 5), st.just(len(x.shape))))
    repeats: Any = draw(st.lists(st.integers(0, 3), min_size=count, max_size=count))
    if not draw(st.integers(0, 9)):
        repeats = draw(_amounts)
    return {"x": x, "repeats": tuple(repeats) if isinstance(repeats, list) else repeats}


@st.composite
def _repeated(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4))
    arguments: dict[str, Any] = {"x": x, "repeats": draw(_amounts)}
    rank = len(x.shape)
    if rank and draw(st.integers(0, 3)):
        axis = draw(axes_of(rank))
        arguments["axis"] = axis
        if -rank <= axis < rank and not draw(st.integers(0, 3)):
            length = draw(once_in(5, st.integers(1, 3), st.just(x.shape[axis] or 2)))
            several = st.lists(_amounts, min_size=length, max_size=length)
            arguments["repeats"] = draw(several)
    return arguments


@st.composite
def _elements(draw: Draw) -> Arguments:
    x = draw(tensors(1, 4))
    return {"x": x, "rep": draw(st.integers(1, 3)), "axis": draw(axes_of(len(x.shape)))}


@st.composite
def _ensured(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4))
    shape = list(x.shape)
    for axis in range(len(shape)):
        match draw(st.integers(0, 5)):
            case 0:
                shape[axis] = None
            case 1:
                shape[axis] = draw(sizes)
    if not draw(st.integers(0, 9)):
        shape.append(2)
    return {"x": x, "shape": draw(st.sampled_from([tuple, list]))(shape)}


@st.composite
def _grids(draw: Draw) -> Arguments:
    xs = [draw(tensors(0, 1)) for _ in range(draw(st.integers(1, 4)))]
    arguments: dict[str, Any] = {"xs": xs}
    return (
        {**arguments, "indexing": draw(st.sampled_from(["xy", "ij"]))} if draw(flags) else arguments
    )


@st.composite
def _masks(draw: Draw) -> Arguments:
    arguments: dict[str, Any] = {"lengths": T(draw(shapes(0, 3)), "int32")}
    if draw(st.integers(0, 4)):
        arguments["maxlen"] = draw(once_in(5, st.just(-2), st.integers(0, 6)))
    return {**arguments, "dtype": "float32"} if draw(flags) else arguments


_rows = st.builds(
    lambda x, n: {"x": x, "n": n}, once_in(4, tensors(0, 4), tensors(2, 2)), st.integers(0, 4)
)
FAMILIES = {
    "pad": Family(
        _padded(),
        silent=("tuple index out of range", "list index out of range", "must be of integral type"),
    ),
    "pad_in_tensorflow": Family(_padded()),
    "temporal_padding": Family(_padded_in_time()),
    "broadcast_to": Family(
        _broadcast(),
        silent=(
            "all elements of broadcast shape must be non-negative",
            r"to a shape\. Negative dimensions are not allowed",
            r"cannot be broadcasted to -\d",
        ),
        left_open=("a negative size",),
    ),
    "tile": Family(_tiled(), refuses=(), left_open=("no copies of an axis that is None",)),
    "tile_in_tensorflow": Family(
        _tiled(),
        named={"tensorflow.tile": _tiled().filter(lambda one: one["repeats"] != 0)},
        silent=("must be rank 1 but is rank 0",),
        left_open=("no copies of an axis that is None",),
    ),
    "repeat": Family(_repeated(), left_open=("no copies of an axis that is None",)),
    "repeat_in_tensorflow": Family(
        _repeated(),
        left_open=(
            "no copies of an axis that is None",
            "a size of a tensor that may be without values",
            "TensorFlow does not add up the counts",
        ),
    ),
    "repeat_vector": Family(_rows),
    "repeat_elements": Family(_elements(), silent=("of 'Split' Op passed 0 less than minimum",)),
    "ensure_shape": Family(_ensured()),
    "meshgrid": Family(_grids(), refuses=()),
    "meshgrid_in_keras": Family(_grids(), refuses=(), silent=("list index out of range",)),
    "sequence_mask": Family(_masks(), left_open=("the greatest length",)),
}
EXTRAS: dict[str, Any] = {}
