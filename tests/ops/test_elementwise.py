"""Functions on single values, and Python's operators, against the libraries."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
import pytest
import tensorflow as tf
from hypothesis import given, settings
from hypothesis import strategies as st

from keras_lint.ops.operators import binary, unary
from keras_lint.ops.registry import operation_modules
from keras_lint.shapes import (
    DYNAMIC,
    Content,
    InvalidShape,
    Polynomial,
    Shape,
    Symbol,
    TensorSpec,
    Unknown,
)
from tests.ops.libraries import (
    Answer,
    T,
    assert_both_refuse,
    assert_never_wrong,
    assert_same,
    contradiction,
    described,
    ours,
    theirs,
)

X = T((None, 4, 8))
CASES: list[tuple[Any, ...]] = [
    ("keras.ops.add", X, T((8,))),
    ("keras.ops.add", T((None, 1)), T((3,))),
    ("keras.ops.maximum", X, 0.0),
    ("keras.ops.divide", X, T((None, 1, 8))),
    ("keras.ops.less", X, 0.5),
    ("keras.ops.logical_and", T((None, 4), "bool"), T((4,), "bool")),
    ("keras.ops.where", T((None, 4), "bool"), T((None, 1)), T((4,))),
    ("keras.ops.clip", X, 0.0, 1.0),
    ("keras.ops.round", X),
    ("tensorflow.add", T((None, 1)), T((3,))),
    ("tensorflow.math.squared_difference", X, T((4, 1))),
    ("tensorflow.pow", X, 2.0),
    ("tensorflow.where", T((None, 4), "bool")),
    ("tensorflow.where", T((None, 1, 4), "bool"), T((3, 4)), T((3, 4))),
    ("tensorflow.clip_by_value", X, 0.0, 1.0),
    ("tensorflow.add_n", [X, X]),
    ("keras.backend.maximum", X, X),
    ("keras.backend.clip", X, 0, 1),
    ("numpy.add", T((2, 1)), T((3,))),
    ("numpy.multiply", T((2, 3), "int32"), 2),
    ("numpy.multiply", T((2, 3), "int32"), 2.5),
    ("numpy.divide", T((2, 3), "int32"), 2),
    ("numpy.where", T((2, 1), "bool"), T((3,)), 0),
    ("numpy.ndarray.clip", T((2, 3)), 0, 1),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_shape_is_the_library_s(case: tuple[Any, ...]) -> None:
    assert_same(*case)


@pytest.mark.parametrize(
    "case",
    [
        ("keras.ops.add", T((None, 4)), T((None, 3))),
        ("keras.ops.equal", T((2,)), T((3,))),
        ("tensorflow.multiply", T((None, 4)), T((None, 3))),
        ("numpy.maximum", T((2, 3)), T((2,))),
        ("numpy.where", T((2, 3), "bool"), T((4,)), 0),
    ],
    ids=str,
)
def test_both_refuse(case: tuple[Any, ...]) -> None:
    assert_both_refuse(*case)


def names_of(function: str) -> list[str]:
    from keras_lint.ops import elementwise

    return sorted(getattr(elementwise, function).operation.spellings)


NEED_MORE = (
    "batch_normalization", "dropout", "threshold", "bias_add", "band_part", "clip_by_norm",
    "l2_normalize", "rms_normalization", "check_numerics", "local_response_normalization", "lrn",
)  # fmt: skip
"""Functions with further arguments that they cannot do without."""


def test_every_unary_function_keeps_the_shape() -> None:
    wrong = {}
    for name in [*names_of("unary_float"), *names_of("unary"), *names_of("predicate")]:
        if name.endswith(NEED_MORE) or name.startswith("keras.random."):
            continue
        dtype = "bool" if "logical_not" in name else "float32"
        dtype = "int32" if "invert" in name or "bitwise" in name else dtype
        shape = (3, 4, 8) if name.startswith(("numpy.", "keras.utils")) else (None, 4, 8)
        library, mine = theirs(name, T(shape, dtype)), described(ours(name, T(shape, dtype)))
        if not isinstance(library, Answer) or library.shape != shape:
            wrong[name] = library
        elif mine.shape != shape or contradiction(mine, library):
            wrong[name] = mine
    assert wrong == {}


def test_every_binary_function_broadcasts() -> None:
    wrong = {}
    for name in [*names_of("binary"), *names_of("binary_float"), *names_of("compare")]:
        dtype = "bool" if "logical" in name else "float32"
        whole = ("bitwise", "gcd", "lcm", "shift")
        dtype = "int32" if any(word in name for word in whole) else dtype
        shape = (2,) if name.startswith("numpy.") else (None,)
        arguments = (T((*shape, 1, 8), dtype), T((4, 1), dtype))
        if name.endswith("scalar_mul"):
            arguments = (T((), dtype), T((4, 1), dtype))
        library, mine = theirs(name, *arguments), described(ours(name, *arguments))
        if (
            not isinstance(library, Answer)
            or mine.shape != library.shape
            or contradiction(mine, library)
        ):
            wrong[name] = (mine, library)
    assert wrong == {}


sizes = st.one_of(st.none(), st.integers(1, 3))
shapes = st.lists(sizes, max_size=3).map(tuple)


@settings(derandomize=True, database=None, deadline=None, max_examples=80)
@given(shapes, shapes)
def test_any_addition_in_keras(left: tuple[int | None, ...], right: tuple[int | None, ...]) -> None:
    assert_never_wrong("keras.ops.add", T(left), T(right))


numpy_shapes = st.lists(st.integers(1, 3), max_size=3).map(tuple)
OPERATORS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod, "**": operator.pow, "<": operator.lt,
    "==": operator.eq, ">=": operator.ge, "@": operator.matmul,
}  # fmt: skip


@settings(derandomize=True, database=None, deadline=None, max_examples=150)
@given(
    st.sampled_from(sorted(OPERATORS)),
    numpy_shapes,
    numpy_shapes,
    st.sampled_from(["int32", "float32", "float64"]),
)
def test_any_operator_in_numpy(
    symbol: str, left: tuple[int, ...], right: tuple[int, ...], dtype: str
) -> None:
    arrays = (np.ones(left, dtype), np.ones(right, dtype))
    specs = (TensorSpec(Shape.of(*left), dtype), TensorSpec(Shape.of(*right), dtype))
    try:
        real = np.asarray(OPERATORS[symbol](*arrays))
    except (ValueError, TypeError):
        real = None
    try:
        mine = binary(symbol, *specs)
    except InvalidShape:
        assert real is None
        return
    assert real is not None or symbol == "=="
    if real is not None:
        assert mine.shape == Shape.of(*real.shape)
        assert mine.dtype in (None, real.dtype.name)


@pytest.mark.parametrize("number", [2, 0.5])
@pytest.mark.parametrize("dtype", ["uint8", "int64", "float32"])
@pytest.mark.parametrize("symbol", ["+", "*", "/", "<"])
def test_a_number_adapts_to_an_array(symbol: str, dtype: str, number: float) -> None:
    real = OPERATORS[symbol](np.ones((2, 3), dtype), number)
    mine = binary(symbol, TensorSpec(Shape.of(2, 3), dtype), number)
    assert mine.shape == Shape.of(2, 3)
    assert mine.dtype in (None, real.dtype.name)


@pytest.mark.parametrize("dtype", ["int32", "uint8", "bool"])
def test_no_dtype_is_claimed_that_a_library_does_not_give(dtype: str) -> None:
    wrong = {}
    for function in ("unary_float", "unary", "round_values", "binary", "binary_float"):
        for name in names_of(function):
            several = [(T((3, 4), dtype),)]
            if "binary" in function:
                several = [(T((3, 4), dtype), T((3, 4), dtype)), (T((3, 4), dtype), 2)]
            for arguments in several if not name.startswith("keras.random.") else []:
                library, mine = theirs(name, *arguments), ours(name, *arguments)
                both = isinstance(library, Answer) and isinstance(mine, TensorSpec)
                if both and contradiction(described(mine), library):
                    wrong[name] = (described(mine), library)
    assert wrong == {}


def test_masks_stay_masks() -> None:
    mask = TensorSpec(Shape.of(100), "bool")
    assert binary("&", mask, mask) == mask
    assert unary("~", mask) == mask


def test_pixels_divided_by_255_lie_between_0_and_1() -> None:
    pixels = TensorSpec(Shape.of(60000, 28, 28), "uint8", content=Content(0, 255))
    assert binary("/", pixels, 255.0).content == Content(0, 1)


def test_labels_can_be_shifted_and_negated() -> None:
    labels = TensorSpec(Shape.of(100), "int64", content=Content(1, 3))
    assert binary("-", labels, 1).content == Content(0, 2)
    assert binary("-", 3, labels).content == Content(0, 2)
    assert unary("-", labels).content == Content(-3, -1)


def test_what_wraps_around_has_no_bounds() -> None:
    # np.uint8(0) - 1 is 255.
    labels = TensorSpec(Shape.of(100), "uint8", content=Content(0, 9))
    assert binary("-", labels, 1).content is None


def test_a_shape_vector_is_computed_with() -> None:
    # tf.shape(x)[1:3] * 2 of (None, 4, 8, 3).
    vector = TensorSpec(Shape.of(2), "int32", content=Content(elements=(4, 8)))
    doubled = Content(minimum=8, maximum=16, elements=(8, 16), attained=True)
    assert binary("*", vector, 2).content == doubled
    size = TensorSpec(Shape(()), "int32", content=Content(elements=(DYNAMIC,)))
    assert binary("*", size, 4).content == Content(elements=(DYNAMIC,))


def test_an_operator_with_an_unknown_operand_keeps_what_broadcasting_decides() -> None:
    x = TensorSpec(Shape.of(None, 8))
    result = binary("+", x, TensorSpec(Shape((Unknown("n"),))))
    assert result.shape == Shape.of(None, 8)
    assert binary("+", x, Unknown("y")).shape.rank is None


def test_a_symbol_stays_itself_under_a_number() -> None:
    symbol = Polynomial.of(Symbol("n", "n"))
    assert binary("*", TensorSpec(Shape((symbol,))), 2.0).shape == Shape((symbol,))


def test_tensorflow_answers_false_where_shapes_do_not_fit() -> None:
    assert bool(tf.zeros((2,)) == tf.zeros((3,))) is False
    left, right = TensorSpec(Shape.of(2)), TensorSpec(Shape.of(3))
    assert binary("==", left, right).shape.rank is None


def test_the_table_of_names_is_large() -> None:
    names = operation_modules()
    assert {"keras.ops.relu", "tensorflow.nn.relu", "keras.activations.relu"} <= set(names)
