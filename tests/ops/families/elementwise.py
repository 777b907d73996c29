"""How to call the functions of ``keras_lint.ops.elementwise``."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.ops.differential import Arguments, Extras, Family
from tests.ops.families.draws import (
    Draw,
    axes_of,
    flags,
    once_in,
    pairs,
    perturbed,
    shapes,
    tensors,
)
from tests.ops.libraries import T

FLOATS = ("float32", "float32", "float16", "float64")
NUMBERS = (*FLOATS, "int32", "int64")


def given(**keywords: Any) -> Extras:
    """Give the same further keywords to every call."""
    return lambda _arguments: keywords


def last_axis(arguments: Arguments, default: int | None = 2) -> int | None:
    """Give the size of the last axis of ``x``."""
    shape = arguments["x"].shape
    return shape[-1] if shape else default


def _channels(*names: str) -> Extras:
    return lambda arguments: {name: T((last_axis(arguments),)) for name in names}


def _normalized(arguments: Arguments) -> Arguments:
    channels = T((last_axis(arguments),))
    return {"mean": channels, "variance": channels, "axis": -1}


def _sigma(arguments: Arguments) -> Arguments:
    return {"kernel_size": (3, 3), "sigma": (1.0, 1.0)}


@st.composite
def binary_arguments(draw: Draw, dtype: str = "float32", *, numbers: bool = True) -> Arguments:
    """Draw two tensors that broadcast, mostly, or a tensor and a number."""
    first, second = (T(shape) for shape in draw(pairs()))
    first, second = T(first.shape, dtype), T(second.shape, dtype)
    match draw(st.integers(0, 8)):
        case 0 if numbers:
            return {"x1": first, "x2": 2}
        case 1 if numbers:
            return {"x1": 2, "x2": second}
    return {"x1": first, "x2": second}


def _of_dtype(dtype: str, *names: str) -> dict[str, Any]:
    """Draw operands of the one dtype that functions take."""
    return {name: binary_arguments(dtype, numbers=False) for name in names}


def _one_of_dtype(dtype: str, *names: str) -> dict[str, Any]:
    return {name: shapes().map(lambda shape: {"x": T(shape, dtype)}) for name in names}


LOGICAL = ("logical_and", "logical_or", "logical_xor")
BITWISE = ("bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift")


@st.composite
def _added(draw: Draw) -> Arguments:
    shape = draw(shapes(0, 4))
    count = draw(st.integers(1, 3))
    other = once_in(3, perturbed(shape), st.just(shape))
    return {"inputs": [T(draw(other)) for _ in range(count)]}


@st.composite
def _clipped(draw: Draw) -> Arguments:
    shape, other = draw(pairs(0, 3))
    low: Any = draw(st.sampled_from([0, -1, 0.5, T(other), T(other), T(other)]))
    high: Any = draw(st.sampled_from([1, 3, 2.5, T(other), T(other)]))
    return {"x": T(shape), "low": low, "high": high}


@st.composite
def _chosen(draw: Draw) -> Arguments:
    shape, other = draw(pairs(0, 3))
    third = draw(perturbed(draw(st.sampled_from([shape, other]))))
    condition = T(third, "bool", draw(st.sampled_from(["ones", "zeros"])))
    if draw(st.integers(0, 5)) == 0:
        return {"condition": condition}
    values: list[Any] = [T(shape), T(other)]
    if draw(st.integers(0, 3)) == 0:
        values[draw(st.integers(0, 1))] = draw(st.sampled_from([0, 1.5]))
    return {"condition": condition, "x1": values[0], "x2": values[1]}


@st.composite
def _switched(draw: Draw) -> Arguments:
    shape = draw(shapes(0, 3))
    other = draw(once_in(5, perturbed(shape), st.just(shape)))
    condition = T(draw(st.sampled_from([(), shape])), "bool")
    return {"condition": condition, "then_expression": T(shape), "else_expression": T(other)}


def _x(low: int = 0, high: int = 5) -> Any:
    return st.fixed_dictionaries({"x": tensors(low, high)})


@st.composite
def _halved(draw: Draw) -> Arguments:
    x = draw(tensors(1, 4))
    return {"x": x, "axis": draw(axes_of(len(x.shape)))} if draw(flags) else {"x": x}


FAMILIES = {
    "unary_float": Family(
        _x(1),
        refuses=(),
        silent=("rank 4 but is rank .*LRN", "Cannot apply softmax to a tensor that is 1D"),
    ),
    "unary": Family(
        _x(1),
        refuses=(),
        named=_one_of_dtype(
            "int32",
            "keras.ops.bitwise_not",
            "keras.ops.bitwise_invert",
            "numpy.invert",
            "numpy.bitwise_not",
        ),
        silent=("at least rank 2 but is rank .*BiasAdd",),
    ),
    "normalize": Family(_x(1), refuses=()),
    "normalize_array": Family(_x(1), refuses=()),
    "identity": Family(_x(), refuses=()),
    "triangle": Family(_x(0, 4)),
    "round_values": Family(_x(), refuses=()),
    "predicate": Family(
        _x(),
        refuses=(),
        named=_one_of_dtype("bool", "tensorflow.logical_not", "tensorflow.math.logical_not"),
    ),
    "gated_linear_unit": Family(_halved(), silent=("for %: 'NoneType' and 'int'",)),
    "binary": Family(
        binary_arguments(),
        dtypes=NUMBERS,
        named=_of_dtype("int32", *(f"numpy.{name}" for name in BITWISE)),
        silent=("'int' object has no attribute 'dtype'", "The input scalar must be a"),
    ),
    "binary_float": Family(
        binary_arguments(),
        dtypes=NUMBERS,
        named=_of_dtype(
            "int32", *(f"{one}.{two}" for one in ("numpy", "keras.ops") for two in ("gcd", "lcm"))
        ),
        silent=("'int' object has no attribute 'dtype'",),
    ),
    "compare": Family(
        binary_arguments(),
        dtypes=NUMBERS,
        named=_of_dtype(
            "bool",
            *(f"tensorflow.math.{name}" for name in LOGICAL),
            *(f"tensorflow.{name}" for name in LOGICAL[:2]),
            *(f"keras.ops.{name}" for name in LOGICAL),
        ),
    ),
    "add_all": Family(_added()),
    "clip": Family(
        _clipped(),
        dtypes=NUMBERS,
        silent=("are incompatible",),
        left_open=("a tensor clipped between tensors",),
    ),
    "where": Family(
        _chosen(),
        silent=("Calling nonzero on 0d arrays",),
        left_open=("the number of true values",),
    ),
    "where_in_keras": Family(
        _chosen(),
        silent=("Cannot broadcast shape, the failure dim has value",),
        left_open=("the indices of what is true",),
    ),
    "where_in_tensorflow": Family(
        _chosen(),
        silent=("Dimensions must be equal, but are",),
    ),
    "switch": Family(
        _switched(),
        refuses=(),
        left_open=("the branches of a switch differ",),
        silent=("Dimensions must be equal",),
    ),
}
EXTRAS = {
    "keras.ops.batch_normalization": _normalized,
    "keras.backend.batch_normalization": lambda arguments: {
        "mean": T((last_axis(arguments),)), "var": T((last_axis(arguments),)),
        "beta": None, "gamma": None,
    },
    "tensorflow.nn.batch_normalization": lambda arguments: {
        "mean": T((last_axis(arguments),)), "variance": T((last_axis(arguments),)),
        "offset": None, "scale": None, "variance_epsilon": 1e-3,
    },
    "keras.backend.dropout": given(level=0.5),
    "keras.random.dropout": given(rate=0.5, seed=1),
    "tensorflow.nn.dropout": given(rate=0.5),
    "tensorflow.nn.bias_add": _channels("bias"),
    "keras.backend.bias_add": _channels("bias"),
    "tensorflow.linalg.band_part": given(num_lower=0, num_upper=-1),
    "tensorflow.clip_by_norm": given(clip_norm=1.0),
    "tensorflow.debugging.check_numerics": given(message="finite"),
    "keras.ops.threshold": given(threshold=0.5, default_value=0.0),
    "keras.activations.threshold": given(threshold=0.5, default_value=0.0),
}  # fmt: skip
