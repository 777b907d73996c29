"""How to call the functions of ``keras_lint.ops.creation``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Family
from tests.ops.families.draws import Draw, concrete, flags, once_in, shapes, tensors
from tests.ops.libraries import T

dtypes = st.sampled_from(["float32", "int32", "float64", "bool"])
counts = st.integers(0, 6)


@st.composite
def made_shapes(draw: Draw) -> Any:
    """Draw a shape as an argument, now and then one with a negative size."""
    shape = concrete(draw(shapes(0, 4, st.integers(0, 5))))
    if not draw(st.integers(0, 4)):
        shape = (*shape, draw(st.sampled_from([-1, -2])))
    return draw(st.sampled_from([shape, list(shape), *shape[:1]]))


@st.composite
def _made(draw: Draw) -> Arguments:
    shape = draw(made_shapes())
    return {"shape": shape, "dtype": draw(dtypes)} if draw(flags) else {"shape": shape}


@st.composite
def _full(draw: Draw) -> Arguments:
    arguments = {**draw(_made()), "fill_value": draw(st.sampled_from([0, 7, 1.5]))}
    shape = arguments["shape"]
    return {**arguments, "shape": (shape,) if isinstance(shape, int) else shape}


@st.composite
def _like(draw: Draw) -> Arguments:
    arguments: dict[str, Any] = {"x": draw(tensors())}
    if draw(flags):
        arguments["dtype"] = draw(dtypes)
    if not draw(st.integers(0, 3)):
        arguments["shape"] = draw(made_shapes())
    return arguments


@st.composite
def _eye(draw: Draw) -> Arguments:
    arguments: dict[str, Any] = {"n": draw(once_in(6, st.just(-1), counts))}
    if draw(flags):
        arguments["m"] = draw(counts)
    if draw(flags):
        arguments["k"] = draw(st.integers(-2, 3))
    if draw(flags):
        arguments["dtype"] = draw(dtypes)
    if draw(flags):
        arguments["batch_shape"] = list(concrete(draw(shapes(0, 2))))
    return arguments


_number = st.one_of(st.integers(-4, 8), st.sampled_from([0.5, 2.0, -1.5, 7.25]))


@st.composite
def _range(draw: Draw) -> Arguments:
    arguments: dict[str, Any] = {"start": draw(_number)}
    if draw(flags):
        arguments["stop"] = draw(_number)
        if draw(flags):
            arguments["step"] = draw(st.sampled_from([1, 2, 3, -1, -2, 0.5, 0.25, 0]))
    if not draw(st.integers(0, 3)):
        arguments["dtype"] = draw(st.sampled_from(["float32", "int32", "int64"]))
    return arguments


@st.composite
def _linspace(draw: Draw) -> Arguments:
    ends = [draw(st.sampled_from([0.0, 1.0, 2, 5, T((2, 3))])) for _ in range(2)]
    arguments: dict[str, Any] = {"start": ends[0], "stop": ends[1]}
    if draw(flags):
        arguments["num"] = draw(once_in(6, st.just(-1), st.integers(0, 9)))
    if not draw(st.integers(0, 3)):
        arguments["axis"] = draw(st.sampled_from([0, -1, 1]))
    if not draw(st.integers(0, 3)):
        arguments["retstep"] = draw(flags)
    return arguments


_x = st.fixed_dictionaries({"x": tensors()})
FAMILIES = {
    **dict.fromkeys(
        ("zeros", "zeros_in_numpy", "ones", "ones_in_numpy", "empty", "empty_in_numpy"),
        Family(_made()),
    ),
    "full": Family(_full()),
    "like": Family(_like(), refuses=()),
    "eye": Family(
        _eye(),
        silent=("negative dimensions are not allowed", r"Dimension -\d+ must be >= 0"),
        left_open=("a diagonal that may lie outside the matrix",),
    ),
    "identity_matrix": Family(_eye()),
    "eye_in_tensorflow": Family(_eye()),
    "tri": Family(
        _eye(),
        refuses=(),
        silent=(r"Dimension -\d+ must be >= 0",),
        left_open=("a matrix of negative size",),
    ),
    "arange": Family(_range(), silent=("Requires start <= limit when delta >",)),
    "numpy_arange": Family(_range()),
    "linspace": Family(
        _linspace(),
        dtypes=("float32",),
        silent=(
            "Geometric sequence cannot include zero",
            "for array of dimension 1",
            "Negative dimensions are not allowed",
            "must be non-negative",
            "All operation outputs must be tensors",
            "Tried to expand dim index",
            r"must be a non-negative integer\. Received",
        ),
        left_open=("a range between tensors",),
    ),
    "linspace_in_tensorflow": Family(
        _linspace().filter(lambda one: "num" in one),
        dtypes=("float32",),
        silent=("Requires start <= limit when delta >", r"dim 1 not in the interval \[-1, 0\]"),
        left_open=("a range between tensors",),
    ),
    "shape_tuple": Family(_x, refuses=()),
    "shape_tensor": Family(_x, refuses=()),
    "ndim": Family(_x, refuses=()),
    "rank_tensor": Family(_x, refuses=()),
    "size_tensor": Family(_x, refuses=()),
}
EXTRAS: dict[str, Any] = {
    "keras.ops.full_like": lambda _arguments: {"fill_value": 3},
    "numpy.full_like": lambda _arguments: {"fill_value": 3},
}
