"""Functions that make tensors, labels and casts, against the libraries."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keras_lint.layers.arguments import NumpyInteger, Opaque
from keras_lint.ops.casting import cast
from keras_lint.ops.creation import arange, eye, numpy_arange, shape_tensor, shape_tuple, zeros
from keras_lint.ops.labels import to_categorical
from keras_lint.ops.shape_arguments import pairs_argument, shape_argument
from keras_lint.shapes import DYNAMIC, Content, Polynomial, Shape, Symbol, TensorSpec, Unknown
from tests.ops.libraries import T, assert_both_refuse, assert_same, theirs

X = T((None, 4))
LABELS = T((None,), "int32")
CASES: list[tuple[Any, ...]] = [
    ("keras.ops.zeros_like", X),
    ("keras.ops.ones_like", X, "int32"),
    ("keras.ops.full_like", X, 3.0),
    ("keras.ops.one_hot", LABELS, 10),
    ("keras.ops.one_hot", X, 10, 1),
    ("keras.ops.cast", X, "int32"),
    ("tensorflow.zeros", (2, 3)),
    ("tensorflow.ones", [2, 3]),
    ("tensorflow.fill", [2, 3], 1.0),
    ("tensorflow.zeros_like", X),
    ("tensorflow.eye", 3),
    ("tensorflow.eye", 3, 4, [2]),
    ("tensorflow.range", 5),
    ("tensorflow.range", 1, 10, 3),
    ("tensorflow.linspace", 0.0, 1.0, 7),
    ("tensorflow.one_hot", LABELS, 10),
    ("tensorflow.one_hot", T((None, 4), "int32"), 10, 1.0, 0.0, 1),
    ("tensorflow.shape", X),
    ("tensorflow.rank", X),
    ("tensorflow.size", X),
    ("tensorflow.cast", X, "int64"),
    ("tensorflow.convert_to_tensor", X),
    ("tensorflow.constant", [[1.0, 2.0], [3.0, 4.0]]),
    ("tensorflow.constant", 0.0, "float32", [2, 3]),
    ("tensorflow.identity", X),
    ("tensorflow.stop_gradient", X),
    ("keras.backend.zeros_like", X),
    ("keras.backend.one_hot", LABELS, 10),
    ("keras.backend.arange", 5),
    ("keras.backend.cast", X, "float64"),
    ("keras.backend.shape", X),
    ("numpy.zeros", (2, 3)),
    ("numpy.zeros", 5),
    ("numpy.ones", (2, 3), "int32"),
    ("numpy.full", (2, 3), 7),
    ("numpy.empty", (2,)),
    ("numpy.zeros_like", T((2, 3), "int32")),
    ("numpy.eye", 3),
    ("numpy.eye", 3, 4),
    ("numpy.identity", 3),
    ("numpy.arange", 5),
    ("numpy.arange", 0, 1, 0.1),
    ("numpy.arange", 3, 10, 2),
    ("numpy.arange", 10, 0, -3),
    ("numpy.linspace", 0, 1),
    ("numpy.linspace", 0, 1, 7),
    ("numpy.array", [[1, 2], [3, 4], [5, 6]]),
    ("numpy.array", T((2, 3))),
    ("numpy.asarray", [T((3,)), T((3,))]),
    ("numpy.ndarray.astype", T((2, 3)), "int64"),
    ("keras.utils.to_categorical", T((6,), "int64"), 10),
    ("keras.utils.to_categorical", T((6, 1), "int64"), 10),
    ("keras.utils.to_categorical", T((6, 2), "int64"), 10),
    ("keras.utils.to_categorical", [0, 2, 1]),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_shape_is_the_library_s(case: tuple[Any, ...]) -> None:
    assert_same(*case)


@pytest.mark.parametrize(
    "case",
    [
        ("keras.ops.one_hot", X, 10, 5),
        ("numpy.zeros", (-1, 2)),
        ("tensorflow.zeros", [-1, 2]),
    ],
    ids=str,
)
def test_both_refuse(case: tuple[Any, ...]) -> None:
    assert_both_refuse(*case)


@settings(derandomize=True, database=None, deadline=None, max_examples=100)
@given(st.integers(-5, 5), st.integers(-5, 9), st.integers(-3, 3).filter(bool))
def test_any_range_in_numpy(start: int, stop: int, step: int) -> None:
    values = np.arange(start, stop, step)
    made = numpy_arange(start, stop, step)
    assert made.shape == Shape.of(len(values))
    if len(values):
        assert made.content is not None
        assert (made.content.minimum, made.content.maximum) == (values.min(), values.max())


def test_a_range_over_a_dynamic_size_is_dynamic() -> None:
    batch = TensorSpec(Shape(()), "int32", content=Content(elements=(DYNAMIC,)))
    assert arange(batch).shape == Shape.of(None)


def test_a_range_over_a_symbol_is_as_long_as_it() -> None:
    n = Polynomial.of(Symbol("n", "n"))
    assert arange(n).shape == Shape((n,))
    assert isinstance(arange(n, 10).shape[0], Unknown)


def test_keras_gives_the_shape_as_a_tuple() -> None:
    assert shape_tuple(TensorSpec(Shape.of(None, 4))) == (DYNAMIC, 4)


def test_tensorflow_gives_the_shape_as_a_vector_that_makes_tensors() -> None:
    # tf.zeros(tf.shape(x)) of (None, 4) shows (None, 4).
    vector = shape_tensor(TensorSpec(Shape.of(None, 4)))
    assert vector == TensorSpec(Shape.of(2), "int32", content=Content(elements=(DYNAMIC, 4)))
    assert zeros(vector).shape == Shape.of(None, 4)


def test_the_identity_has_one_hot_rows() -> None:
    assert eye(10).content == Content(0, 1, one_hot=True)
    assert eye(10, k=1).content == Content(0, 1)


def test_to_categorical_counts_the_classes_of_labels_that_are_all_there() -> None:
    labels = TensorSpec(Shape.of(60000), "uint8", content=Content(0, 9, attained=True))
    encoded = to_categorical(labels)
    assert encoded.shape == Shape.of(60000, 10)
    assert encoded.content == Content(0, 1, one_hot=True)


def test_to_categorical_does_not_guess_from_bounds() -> None:
    # np.random.randint(0, 10, 5) need not hold a 9.
    assert theirs("keras.utils.to_categorical", [0, 3]).shape == (2, 4)
    labels = TensorSpec(Shape.of(5), "int64", content=Content(0, 9))
    assert isinstance(to_categorical(labels).shape[1], Unknown)


def test_a_cast_keeps_the_range_of_labels() -> None:
    labels = TensorSpec(Shape.of(60000), "uint8", content=Content(0, 9, attained=True))
    assert cast(labels, "float32").content == labels.content
    assert cast(labels, Opaque("numpy.int32")).dtype == "int32"
    assert cast(labels, Unknown("dtype")).dtype is None


def test_a_cast_that_cannot_hold_the_values_forgets_them() -> None:
    large = TensorSpec(Shape.of(3), "int64", content=Content(0, 1000))
    assert cast(large, "uint8").content == Content()


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        (3, (3,)),
        ((2, None), (2, DYNAMIC)),
        ([DYNAMIC, NumpyInteger(4)], (DYNAMIC, 4)),
        (TensorSpec(Shape.of(2), content=Content(elements=(DYNAMIC, 4))), (DYNAMIC, 4)),
        ((TensorSpec(Shape(()), content=Content(elements=(DYNAMIC,))), 8), (DYNAMIC, 8)),
        (TensorSpec(Shape.of(2), "int32"), (Unknown("a shape that is computed"),) * 2),
        (Unknown("n"), Unknown("n")),
        (2.0, (2,)),
    ],
    ids=str,
)
def test_shapes_as_arguments(argument: Any, expected: Any) -> None:
    assert shape_argument(argument) == expected


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        (1, [(1, 1), (1, 1)]),
        ((1, 2), [(1, 2), (1, 2)]),
        (((1, 2), (3, 4)), [(1, 2), (3, 4)]),
        (Unknown("n"), Unknown("n")),
        ((Unknown("n"), (1, 1)), [(Unknown("n"), Unknown("n")), (1, 1)]),
    ],
    ids=str,
)
def test_paddings_as_arguments(argument: Any, expected: Any) -> None:
    assert pairs_argument(argument, 2) == expected
