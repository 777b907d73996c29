"""How to call the functions of ``keras_lint.ops.labels``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, flags, once_in, shapes
from tests.ops.libraries import T


@st.composite
def _one_hot(draw: Draw) -> Arguments:
    shape = draw(shapes(0, 4))
    arguments: dict[str, Any] = {
        "x": T(shape, "int32", "zeros"),
        "num_classes": draw(once_in(8, st.sampled_from([0, -1]), st.integers(1, 9))),
    }
    if draw(flags):
        axis = st.integers(-1, len(shape))
        arguments["axis"] = draw(once_in(4, st.sampled_from([-3, 5, 7]), axis))
    if not draw(st.integers(0, 3)):
        arguments["dtype"] = draw(st.sampled_from(["int32", "float16", "float32"]))
    return arguments


@st.composite
def _categorical(draw: Draw) -> Arguments:
    shape = draw(shapes(0, 3, st.sampled_from([1, 1, 2, 3, 4])))
    fill = draw(st.sampled_from(["zeros", "ones", "range"]))
    arguments: dict[str, Any] = {"x": T(shape, "int32", fill)}
    if draw(flags):
        arguments["num_classes"] = draw(once_in(6, st.none(), st.integers(1, 40)))
    return arguments


FAMILIES = {
    "one_hot": Family(_one_hot(), silent=(r"between \[0, (\d+)\), but received \1\.",)),
    "to_categorical": Family(_categorical(), refuses=(), silent=("is out of bounds for axis 1",)),
}
EXTRAS: dict[str, Any] = {}
