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
    """Draw arrays that hold something: of no values Keras and numpy make different things."""
    q = draw(st.sampled_from([0.5, 0.25, [0.1, 0.5], (0.2, 0.4, 0.9)]))
    return {**draw(_reduced().filter(lambda one: 0 not in one["x"].shape)), "q": q}


@st.composite
def _moments(draw: Draw) -> Arguments:
    x = draw(tensors())
    axes = draw(st.lists(axes_of(len(x.shape)), min_size=1, max_size=2))
    return {"x": x, "axes": axes, "keepdims": draw(flags)}


FAMILIES = {
    "reduce": Family(
        _reduced(),
        silent=(
            "'axis' must be None, an integer, or a tuple of",
            "Improper number of dimensions to norm",
        ),
    ),
    "log_sum_exp": Family(_reduced()),
    "extreme": Family(
        _reduced(), dtypes=NUMBERS, silent=("zero-size array to reduction operation",)
    ),
    "spread": Family(
        _reduced(), dtypes=NUMBERS, silent=("zero-size array to reduction operation",)
    ),
    "truth_of": Family(_reduced(), dtypes=("bool",)),
    "count_nonzero": Family(_reduced()),
    "argmax_in_keras": Family(_reduced(one_axis=True)),
    "argmax": Family(
        _reduced(one_axis=True),
        silent=(
            "attempt to get argmin of an empty sequence",
            "attempt to get argmax of an empty sequence",
        ),
    ),
    "argmax_in_tensorflow": Family(_reduced(one_axis=True)),
    "argmax_in_backend": Family(_reduced(one_axis=True)),
    "quantile": Family(_quantile(), dtypes=NUMBERS, silent=("cannot reshape array of size",)),
    "average": Family(_reduced(one_axis=True), silent=("division by zero",)),
    "moments": Family(_moments(), dtypes=NUMBERS),
    "cumulate": Family(_cumulated()),
    "cumulate_or_flatten": Family(
        _cumulated(flat=True),
        silent=("for an array with dimension 0", "for array of dimension 1"),
        left_open=("running sums of a number along an axis",),
    ),
}
EXTRAS: dict[str, Any] = {}
