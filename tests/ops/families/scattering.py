"""How to call the functions of ``keras_lint.ops.scattering``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, positive, shapes
from tests.ops.libraries import T

_FLOATS = ("float32",)


@st.composite
def _segmented(draw: Draw, counted: bool, deepest: int) -> Arguments:
    leading = tuple(draw(st.lists(positive, min_size=1, max_size=deepest)))
    x = T((*leading, *draw(shapes(0, 2))))
    arguments: dict[str, Any] = {"x": x, "segment_ids": T(leading, "int32", "zeros")}
    return {**arguments, "num_segments": draw(positive)} if counted else arguments


@st.composite
def _in_keras(draw: Draw) -> Arguments:
    return draw(_segmented(True, 1))


@st.composite
def _scattered(draw: Draw) -> Arguments:
    shape = tuple(draw(st.lists(positive, min_size=1, max_size=3)))
    count, depth = draw(positive), draw(st.integers(1, len(shape)))
    values = T((count, *shape[depth:]))
    return {"indices": T((count, depth), "int32", "zeros"), "values": values, "shape": shape}


@st.composite
def _updated(draw: Draw) -> Arguments:
    shape = tuple(draw(st.lists(positive, min_size=1, max_size=3)))
    count, depth = draw(positive), draw(st.integers(1, len(shape)))
    updates = T((count, *shape[depth:]))
    return {"x": T(shape), "indices": T((count, depth), "int32", "zeros"), "updates": updates}


@st.composite
def _sliced(draw: Draw) -> Arguments:
    shape = tuple(draw(st.lists(positive, min_size=1, max_size=3)))
    part = tuple(draw(st.integers(1, size)) for size in shape)
    return {"x": T(shape), "indices": [0] * len(shape), "updates": T(part)}


@st.composite
def _partitioned(draw: Draw) -> Arguments:
    arguments = dict(draw(_segmented(False, 2)))
    arguments["partitions"] = arguments.pop("segment_ids")
    return {**arguments, "num_partitions": draw(positive)}


FAMILIES = {
    "unsorted_segments": Family(_segmented(True, 2), dtypes=_FLOATS, refuses=()),
    "sorted_segments": Family(
        _segmented(False, 1), dtypes=_FLOATS, refuses=(), left_open=("the number of values",)
    ),
    "segments": Family(_in_keras(), dtypes=_FLOATS, refuses=()),
    "scatter": Family(_scattered(), dtypes=_FLOATS, refuses=()),
    "scatter_update": Family(
        _updated(), {"keras.ops.slice_update": _sliced()}, dtypes=_FLOATS, refuses=()
    ),
    "dynamic_partition": Family(
        _partitioned(), dtypes=_FLOATS, refuses=(), left_open=("the number of values",)
    ),
}
EXTRAS: dict[str, Any] = {}
