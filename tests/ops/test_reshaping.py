"""Reshape, transpose and their kin against the libraries."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keras_lint.ops.reshaping import reshape_in_tensorflow
from keras_lint.shapes import DYNAMIC, Content, InvalidShape, Shape, TensorSpec, Unknown
from tests.ops.libraries import T, assert_both_refuse, assert_never_wrong, assert_same

X = T((None, 4, 8))
KNOWN = T((2, 4, 6))
KERAS_OPS: list[tuple[Any, ...]] = [
    ("keras.ops.reshape", X, (-1, 8)),
    ("keras.ops.reshape", X, (-1, 32)),
    ("keras.ops.reshape", X, (None, 32)),
    ("keras.ops.reshape", KNOWN, (None, 6)),
    ("keras.ops.reshape", KNOWN, (2, -1)),
    ("keras.ops.reshape", KNOWN, (-1,)),
    ("keras.ops.ravel", X),
    ("keras.ops.ravel", KNOWN),
    ("keras.ops.transpose", X),
    ("keras.ops.transpose", X, (0, 2, 1)),
    ("keras.ops.swapaxes", X, 0, -1),
    ("keras.ops.moveaxis", X, 1, -1),
    ("keras.ops.moveaxis", T((2, 3, 4, 5)), (0, 1), (-1, 0)),
    ("keras.ops.expand_dims", X, -1),
    ("keras.ops.expand_dims", X, (0, 2)),
    ("keras.ops.squeeze", T((None, 1, 4, 1))),
    ("keras.ops.squeeze", T((None, 1, 4, 1)), -1),
    ("keras.ops.squeeze", T((None, 4))),
    ("keras.ops.flip", X, 1),
    ("keras.ops.roll", X, 2),
    ("keras.ops.rot90", T((None, 4, 8)), 1, (1, 2)),
    ("keras.ops.numpy.reshape", X, (-1, 8)),
]
TENSORFLOW: list[tuple[Any, ...]] = [
    ("tensorflow.reshape", X, (-1, 8)),
    ("tensorflow.reshape", X, (-1, 4, 2, 4)),
    ("tensorflow.reshape", KNOWN, (-1, 6)),
    ("tensorflow.reshape", KNOWN, [48]),
    ("tensorflow.transpose", X, [0, 2, 1]),
    ("tensorflow.transpose", X),
    ("tensorflow.linalg.matrix_transpose", X),
    ("tensorflow.expand_dims", X, -1),
    ("tensorflow.expand_dims", X, 0),
    ("tensorflow.squeeze", T((None, 1, 4)), 1),
    ("tensorflow.squeeze", T((3, 1, 4, 1))),
    ("tensorflow.squeeze", T((3, 1, 4, 1)), [1, 3]),
    ("tensorflow.reverse", X, [1]),
    ("tensorflow.roll", X, 1, 0),
    ("keras.backend.reshape", X, (-1, 8)),
    ("keras.backend.flatten", KNOWN),
    ("keras.backend.batch_flatten", X),
    ("keras.backend.batch_flatten", KNOWN),
    ("keras.backend.permute_dimensions", X, (0, 2, 1)),
    ("keras.backend.expand_dims", X),
    ("keras.backend.squeeze", T((None, 1, 4)), 1),
    ("keras.backend.reverse", X, 1),
]
NUMPY: list[tuple[Any, ...]] = [
    ("numpy.reshape", KNOWN, (-1, 6)),
    ("numpy.reshape", KNOWN, -1),
    ("numpy.ndarray.reshape", KNOWN, 8, 6),
    ("numpy.ndarray.reshape", KNOWN, (8, -1)),
    ("numpy.ndarray.reshape", KNOWN, -1),
    ("numpy.ndarray.flatten", KNOWN),
    ("numpy.ravel", KNOWN),
    ("numpy.transpose", KNOWN),
    ("numpy.ndarray.transpose", KNOWN, 0, 2, 1),
    ("numpy.ndarray.transpose", KNOWN, (2, 0, 1)),
    ("numpy.ndarray.transpose", KNOWN),
    ("numpy.ndarray.swapaxes", KNOWN, 0, 1),
    ("numpy.moveaxis", KNOWN, 0, -1),
    ("numpy.expand_dims", KNOWN, (0, -1)),
    ("numpy.squeeze", T((1, 4, 1))),
    ("numpy.ndarray.squeeze", T((1, 4, 1)), 0),
    ("numpy.flip", KNOWN),
    ("numpy.fliplr", KNOWN),
    ("numpy.rot90", KNOWN),
    ("numpy.rot90", KNOWN, 2),
]


@pytest.mark.parametrize("case", KERAS_OPS + TENSORFLOW + NUMPY, ids=str)
def test_the_shape_is_the_library_s(case: tuple[Any, ...]) -> None:
    assert_same(*case)


@pytest.mark.parametrize(
    "case",
    [
        ("keras.ops.reshape", KNOWN, (5, -1)),
        ("keras.ops.reshape", KNOWN, (7, 7)),
        ("keras.ops.reshape", KNOWN, (-1, -1)),
        ("keras.ops.transpose", X, (0, 1)),
        ("keras.ops.transpose", X, (0, 1, 3)),
        ("keras.ops.expand_dims", X, 5),
        ("keras.ops.squeeze", X, 1),
        ("keras.ops.squeeze", X, 0),
        ("keras.ops.swapaxes", X, 0, 3),
        ("tensorflow.reshape", T((None, 3)), (2, 2)),
        ("tensorflow.reshape", T((3, 4)), (-1, 5)),
        ("tensorflow.transpose", X, [0, 1]),
        ("tensorflow.squeeze", X, 2),
        ("numpy.reshape", KNOWN, (5, 5)),
        ("numpy.reshape", KNOWN, (-1, 5)),
        ("numpy.ndarray.reshape", KNOWN, 5, -1),
        ("numpy.squeeze", KNOWN, 0),
        ("numpy.fliplr", T((3,))),
    ],
    ids=str,
)
def test_both_refuse(case: tuple[Any, ...]) -> None:
    assert_both_refuse(*case)


sizes = st.one_of(st.none(), st.integers(1, 4))
targets = st.lists(st.sampled_from([-1, 1, 2, 3, 4, 6, 8, 12]), min_size=1, max_size=4)


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(st.lists(sizes, max_size=4), targets)
def test_any_reshape_in_keras(shape: list[int | None], target: list[int]) -> None:
    assert_never_wrong("keras.ops.reshape", T(tuple(shape)), tuple(target))


@settings(derandomize=True, database=None, deadline=None, max_examples=40)
@given(st.lists(sizes, max_size=4), targets)
def test_any_reshape_in_tensorflow(shape: list[int | None], target: list[int]) -> None:
    # More than one -1 passes until data arrives.
    if target.count(-1) < 2:
        assert_never_wrong("tensorflow.reshape", T(tuple(shape)), target)


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 4), max_size=4), st.permutations(range(4)))
def test_any_transpose_in_numpy(shape: list[int], axes: list[int]) -> None:
    assert_never_wrong("numpy.transpose", T(tuple(shape)), axes[: len(shape)])


def test_an_unknown_size_in_the_target_stays_unknown() -> None:
    x = TensorSpec(Shape.of(None, 4, 8))
    result = reshape_in_tensorflow(x, (Unknown("n"), 8))
    assert result.shape == Shape((Unknown("n"), 8))


def test_tensorflow_fills_in_the_one_size_that_it_cannot_see() -> None:
    # tf.reshape(x, (tf.shape(y)[0], 4)) of (2, 3, 4) shows (6, 4).
    x = TensorSpec(Shape.of(2, 3, 4))
    assert reshape_in_tensorflow(x, (DYNAMIC, 4)).shape == Shape.of(6, 4)
    with pytest.raises(InvalidShape):
        reshape_in_tensorflow(x, (DYNAMIC, 5))


def test_tensorflow_shows_none_beside_minus_one() -> None:
    # tf.reshape(x, (tf.shape(x)[0], -1, 8)) of (None, 4, 8) shows (None, None, 8).
    x = TensorSpec(Shape.of(None, 4, 8))
    assert reshape_in_tensorflow(x, (DYNAMIC, -1, 8)).shape == Shape.of(None, None, 8)


def test_the_range_of_labels_survives_a_reshape() -> None:
    labels = TensorSpec(Shape.of(50000, 1), "uint8", content=Content(0, 9, attained=True))
    flat = reshape_in_tensorflow(labels, -1)
    assert flat == TensorSpec(Shape.of(50000), "uint8", content=Content(0, 9, attained=True))
