"""How to call the functions of ``keras_lint.ops.reductions``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, axes_of, axis_arguments, flags, tensors

NUMBERS = ("float32", "float32", "float64", "float16", "int32", "uint8")


@st.composite
def _reduced(draw: Draw, *, one_axis: bool = False) -> Arguments:
    x = draw(tensors())
    rank = len(x.shape)
    axes: Any = st.one_of(st.none(), axes_of(rank)) if one_axis else axis_arguments(rank)
    arguments: dict[str, Any] = {"x": x}
    if draw(flags) or draw(flags):
        arguments["axis"] = draw(axes)
    if draw(flags):
        arguments["keepdims"] = draw(flags)
    return arguments


@st.composite
def _cumulated(draw: Draw, *, flat: bool = False) -> Arguments:
    x = draw(tensors(0 if flat else 1))
    if flat and draw(flags):
        return draw(st.sampled_from([{"x": x}, {"x": x, "axis": None}]))
    return {"x": x, "axis": draw(axes_of(len(x.shape)))}


@st.composite
def _quantile(draw: Draw) -> Arguments:
    q = draw(st.sampled_from([0.5, 0.25, [0.1, 0.5], (0.2, 0.4, 0.9)]))
    return {**draw(_reduced()), "q": q}


@st.composite
def _moments(draw: Draw) -> Arguments:
    x = draw(tensors())
    axes = draw(st.lists(axes_of(len(x.shape)), min_size=1, max_size=2))
    return {"x": x, "axes": axes, "keepdims": draw(flags)}


FAMILIES = {
    "reduce": Family(_reduced(), missed=0.7),
    "log_sum_exp": Family(_reduced()),
    "extreme": Family(_reduced(), dtypes=NUMBERS, missed=0.7),
    "spread": Family(_reduced(), dtypes=NUMBERS, missed=0.7),
    "truth_of": Family(_reduced(), dtypes=("bool",)),
    "count_nonzero": Family(_reduced()),
    "argmax_in_keras": Family(_reduced(one_axis=True)),
    "argmax": Family(_reduced(one_axis=True), missed=0.7),
    "argmax_in_tensorflow": Family(_reduced(one_axis=True)),
    "argmax_in_backend": Family(_reduced(one_axis=True)),
    "quantile": Family(_quantile(), dtypes=NUMBERS, unsure=0.3),
    "average": Family(_reduced(one_axis=True), missed=0.7),
    "moments": Family(_moments(), dtypes=NUMBERS),
    "cumulate": Family(_cumulated()),
    "cumulate_or_flatten": Family(_cumulated(flat=True), unsure=0.4, missed=0.8),
}
EXTRAS: dict[str, Any] = {}
