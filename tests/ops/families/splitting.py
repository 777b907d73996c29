"""How to call the functions of ``keras_lint.ops.splitting``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, axes_of, flags, once_in, tensors

_many = st.sampled_from([1, 2, 3, 4, 6, 8, None, 0])


@st.composite
def _split(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4, _many))
    count: Any = once_in(10, st.sampled_from([0, -1]), st.integers(1, 4))
    sections: Any = draw(count)
    if draw(flags):
        sections = draw(st.lists(st.integers(0, 7), max_size=3).map(sorted))
        sections = draw(st.sampled_from([tuple, list]))(sections)
    arguments: dict[str, Any] = {"x": x, "sections": sections}
    return {**arguments, "axis": draw(axes_of(len(x.shape)))} if draw(flags) else arguments


@st.composite
def _in_tensorflow(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4, _many))
    rank = len(x.shape)
    axis = draw(axes_of(rank))
    sections: Any = draw(st.integers(1, 4))
    if draw(flags):
        size = (x.shape[axis] if -rank <= axis < rank else None) or 4
        first = draw(st.integers(0, size))
        sections = [first, size - first]
        match draw(st.integers(0, 5)):
            case 0:
                sections[draw(st.integers(0, 1))] = -1
            case 1:
                sections[0] += 1
            case 2:
                sections = [*sections, -1]
    return {"x": x, "sections": sections, "axis": axis}


@st.composite
def _unstacked(draw: Draw) -> Arguments:
    x = draw(tensors(0, 4))
    rank = len(x.shape)
    arguments: dict[str, Any] = {"x": x}
    axis = 0
    if draw(flags):
        axis = arguments["axis"] = draw(axes_of(rank))
    if draw(flags):
        size = (x.shape[axis] if -rank <= axis < rank else None) or 2
        arguments["num"] = draw(once_in(6, st.integers(0, 4), st.just(size)))
    return arguments


FAMILIES = {
    "split": Family(_split(), silent=(r"to a shape\. Negative dimensions are not allowed",)),
    "array_split": Family(_split()),
    "array_split_in_keras": Family(_split(), left_open=("the size of a piece",)),
    "vsplit": Family(_split()),
    "vsplit_in_keras": Family(
        _split(),
        silent=(
            "only works on arrays of at least 2 dimensions",
            r"to a shape\. Negative dimensions are not allowed",
        ),
    ),
    "hsplit": Family(_split(), silent=(r"to a shape\. Negative dimensions are not allowed",)),
    "dsplit": Family(_split(), silent=(r"to a shape\. Negative dimensions are not allowed",)),
    "split_in_tensorflow": Family(_in_tensorflow()),
    "unstack": Family(
        _unstacked(),
        silent=(
            "Invalid axis",
            "with dimension 0",
            "num=0",
        ),
        left_open=("no slices, which Keras takes for any number of them",),
    ),
}
EXTRAS: dict[str, Any] = {}
