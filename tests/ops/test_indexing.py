"""Subscripts and functions that select, against the libraries."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keras_lint.ops.indexing import getitem
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
from tests.ops.libraries import T, assert_both_refuse, assert_same

integers = st.integers(-4, 4)
ends = st.one_of(st.none(), integers)
slices = st.builds(slice, ends, ends, st.sampled_from([None, 1, 2, -1]))
parts = st.one_of(integers, slices, st.none(), st.just(Ellipsis))
indices = (
    st.lists(parts, min_size=1, max_size=5)
    .map(tuple)
    .filter(lambda index: sum(part is Ellipsis for part in index) < 2)
)
sizes = st.integers(0, 4)


@settings(derandomize=True, database=None, deadline=None, max_examples=300)
@given(st.lists(sizes, max_size=3).map(tuple), indices)
def test_any_subscript_in_numpy(shape: tuple[int, ...], index: tuple[Any, ...]) -> None:
    try:
        real = np.zeros(shape)[index].shape
    except IndexError:
        with pytest.raises(InvalidShape):
            getitem(TensorSpec(Shape.of(*shape)), index)
        return
    assert getitem(TensorSpec(Shape.of(*shape)), index).shape == Shape.of(*real)


@settings(derandomize=True, database=None, deadline=None, max_examples=150)
@given(st.lists(st.one_of(st.none(), sizes), max_size=3).map(tuple), indices)
def test_any_subscript_in_keras(shape: tuple[int | None, ...], index: tuple[Any, ...]) -> None:
    try:
        real = keras.KerasTensor(shape)[index].shape
    except ValueError:
        with pytest.raises(InvalidShape):
            getitem(TensorSpec(Shape.of(*shape)), index)
        return
    assert getitem(TensorSpec(Shape.of(*shape)), index).shape == Shape.of(*real)


arrays = st.sampled_from([[0], [0, 1], [[0, 1, 0]], [[0], [1]]])
advanced = st.lists(
    st.one_of(st.integers(0, 1), st.just(slice(None)), st.none(), arrays), min_size=1, max_size=5
).map(tuple)


@settings(derandomize=True, database=None, deadline=None, max_examples=200)
@given(advanced)
def test_any_index_arrays_in_numpy(index: tuple[Any, ...]) -> None:
    shape = (2, 3, 4, 5)
    try:
        real = np.zeros(shape)[tuple(np.array(p) if isinstance(p, list) else p for p in index)]
    except IndexError:
        with pytest.raises(InvalidShape):
            getitem(TensorSpec(Shape.of(*shape)), index)
        return
    assert getitem(TensorSpec(Shape.of(*shape)), index).shape == Shape.of(*real.shape)


def test_a_mask_gives_an_unknown_number() -> None:
    x = TensorSpec(Shape.of(100, 28, 28))
    mask = TensorSpec(Shape.of(100), "bool")
    assert getitem(x, (mask,)).shape == Shape(
        (Unknown("the number of true values in a mask"), 28, 28)
    )
    pixels = TensorSpec(Shape.of(100, 28, 28), "bool")
    assert len(getitem(x, (pixels,)).shape) == 1


def test_an_index_array_without_dtype_may_be_a_mask() -> None:
    x = TensorSpec(Shape.of(100, 28))
    found = getitem(x, (TensorSpec(Shape.of(100)),))
    assert isinstance(found.shape[0], Unknown)
    assert found.shape[1] == 28


def test_an_unknown_index_hides_the_rank() -> None:
    assert getitem(TensorSpec(Shape.of(10, 3)), (Unknown("i"),)).shape.rank is None


def test_a_slice_with_unknown_ends_hides_the_size() -> None:
    found = getitem(TensorSpec(Shape.of(10, 3)), (slice(None, Unknown("split")),))
    assert isinstance(found.shape[0], Unknown)
    assert found.shape[1] == 3


def test_a_scalar_tensor_is_an_integer() -> None:
    x = TensorSpec(Shape.of(10, 3))
    assert getitem(x, (TensorSpec(Shape(()), "int64"),)).shape == Shape.of(3)


def test_a_slice_of_a_symbolic_size_is_exact_where_the_values_are_there() -> None:
    n = Polynomial.of(Symbol("n", "n"))
    x = TensorSpec(Shape((n, 3)))
    assert getitem(x, (slice(1, None),)).shape == Shape((n - 1, 3))
    assert getitem(x, (slice(None, None),)).shape == x.shape
    # n may be 1, where x[3:] is empty and not of size n - 3.
    assert isinstance(getitem(x, (slice(3, None),)).shape[0], Unknown)
    assert getitem(TensorSpec(Shape((n + 5,))), (slice(2, -2),)).shape == Shape((n + 1,))


def test_the_shape_of_a_tensor_is_taken_apart() -> None:
    vector = TensorSpec(Shape.of(3), "int32", content=Content(elements=(DYNAMIC, 4, 8)))
    assert getitem(vector, (0,)).content == Content(elements=(DYNAMIC,))
    assert getitem(vector, (slice(1, None),)).content == Content(elements=(4, 8))


def test_labels_keep_their_range_and_rows_their_single_one() -> None:
    labels = TensorSpec(Shape.of(60000), "uint8", content=Content(0, 9, attained=True))
    assert getitem(labels, (slice(1000),)).content == Content(0, 9)
    rows = TensorSpec(Shape.of(60000, 10), content=Content(0, 1, one_hot=True))
    assert getitem(rows, (slice(1000),)).content == Content(0, 1, one_hot=True)
    assert getitem(rows, (slice(None), 3)).content == Content(0, 1)


def test_rows_of_the_identity_are_one_hot() -> None:
    # np.eye(10)[y]
    identity = TensorSpec(Shape.of(10, 10), content=Content(0, 1, one_hot=True))
    labels = TensorSpec(Shape.of(60000), "uint8")
    found = getitem(identity, (labels,))
    assert found == TensorSpec(Shape.of(60000, 10), content=Content(0, 1, one_hot=True))


X = T((None, 4, 8))
IDS = T((None, 3), "int32")
CASES: list[tuple[Any, ...]] = [
    ("keras.ops.take", X, IDS, 1),
    ("keras.ops.take", T((2, 3)), T((5,), "int32")),
    ("keras.ops.take", T((100, 16)), IDS, 0),
    ("keras.ops.take_along_axis", X, T((None, 4, 2), "int32"), 2),
    ("keras.ops.top_k", X, 3),
    ("keras.ops.sort", X),
    ("keras.ops.argsort", X, 1),
    ("keras.ops.slice", T((5, 6)), (1, 2), (3, 2)),
    ("tensorflow.gather", X, IDS, None, 1),
    ("tensorflow.gather", T((100, 16)), IDS),
    ("tensorflow.gather", X, IDS, None, 2, 1),
    ("tensorflow.gather_nd", X, T((7, 2), "int32")),
    ("tensorflow.gather_nd", X, T((None, 7, 1), "int32"), 1),
    ("tensorflow.boolean_mask", T((None, 4, 5)), T((None, 4), "bool")),
    ("tensorflow.boolean_mask", T((None, 4, 5)), T((4,), "bool"), 1),
    ("tensorflow.slice", X, [0, 1, 0], [-1, 2, 8]),
    ("tensorflow.math.top_k", X, 3),
    ("tensorflow.nn.top_k", X),
    ("tensorflow.nn.embedding_lookup", T((100, 16)), IDS),
    ("tensorflow.sort", X),
    ("tensorflow.unique", T((None,))),
    ("keras.backend.gather", T((100, 16)), IDS),
    ("numpy.take", T((5, 6)), [0, 1, 2], 1),
    ("numpy.take", T((5, 6)), [[0, 1]]),
    ("numpy.take_along_axis", T((5, 6)), T((5, 2), "int64"), 1),
    ("numpy.sort", T((5, 6)), None),
    ("numpy.argsort", T((5, 6))),
    ("numpy.delete", T((5, 6)), 2, 1),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_shape_is_the_library_s(case: tuple[Any, ...]) -> None:
    assert_same(*case)


@pytest.mark.parametrize(
    "case",
    [
        ("keras.ops.take", X, IDS, 3),
        ("keras.ops.take_along_axis", X, IDS, 1),
        ("tensorflow.math.top_k", X, 9),
        ("tensorflow.boolean_mask", T((3, 4)), T((5,), "bool")),
        ("tensorflow.gather", X, IDS, None, 4),
        ("tensorflow.gather_nd", X, T((7, 4), "int32")),
        ("tensorflow.slice", X, [0, 1], [1, 2]),
        ("tensorflow.unique", T((3, 4))),
        ("numpy.delete", T((5, 6)), 7, 0),
        ("numpy.take_along_axis", T((5, 6)), T((5,), "int64"), 1),
    ],
    ids=str,
)
def test_both_refuse(case: tuple[Any, ...]) -> None:
    assert_both_refuse(*case)
