"""Joining, splitting, padding and repeating against the libraries."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keras_lint.ops.joining import concatenate
from keras_lint.shapes import DYNAMIC, Content, Shape, TensorSpec, Unknown
from tests.ops.libraries import T, assert_both_refuse, assert_never_wrong, assert_same, ours

A, B = T((None, 4)), T((3, None))
M, N = T((2, 3)), T((2, 5))
CASES: list[tuple[Any, ...]] = [
    ("keras.ops.concatenate", [A, T((None, 5))], -1),
    ("keras.ops.concatenate", [A, T((2, 4))], 0),
    ("keras.ops.concatenate", [T((2, 4)), T((3, None))]),
    ("keras.ops.stack", [A, T((3, 4))], 1),
    ("keras.ops.stack", [A, T((3, 4))], -1),
    ("keras.ops.hstack", [A, T((None, 5))]),
    ("keras.ops.vstack", [A, T((2, 4))]),
    ("keras.ops.append", A, A, 1),
    ("keras.ops.split", T((None, 6)), 3, 1),
    ("keras.ops.split", T((None, 6)), [2, 5], 1),
    ("keras.ops.split", T((6, None)), [2, 5], 1),
    ("keras.ops.array_split", T((None, 7)), 3, 1),
    ("keras.ops.unstack", T((None, 3)), None, 1),
    ("keras.ops.pad", A, ((0, 0), (1, 2))),
    ("keras.ops.pad", A, 1),
    ("keras.ops.pad", A, (1, 2)),
    ("keras.ops.tile", A, (1, 3)),
    ("keras.ops.tile", A, (2, 1, 3)),
    ("keras.ops.tile", T((3, 4)), 2),
    ("keras.ops.repeat", A, 3, 1),
    ("keras.ops.repeat", T((2, 4)), 3),
    ("keras.ops.repeat", T((2, 4)), [1, 2], 0),
    ("keras.ops.broadcast_to", T((3, 1)), (2, 3, 4)),
    ("keras.ops.meshgrid", T((3,)), T((4,))),
    ("tensorflow.concat", [A, B], 0),
    ("tensorflow.concat", [A, T((None, 5))], -1),
    ("tensorflow.stack", [A, B], -1),
    ("tensorflow.split", A, 2, 1),
    ("tensorflow.split", A, [1, -1], 1),
    ("tensorflow.split", A, [1, 3], 1),
    ("tensorflow.split", A, 2),
    ("tensorflow.unstack", T((3, None))),
    ("tensorflow.pad", A, [[0, 0], [1, 2]]),
    ("tensorflow.tile", A, [1, 3]),
    ("tensorflow.repeat", A, 3, 1),
    ("tensorflow.repeat", T((2, 4)), 3),
    ("tensorflow.broadcast_to", T((3, 1)), [2, 3, 4]),
    ("tensorflow.ensure_shape", T((None, 4)), [3, None]),
    ("tensorflow.meshgrid", T((3,)), T((4,))),
    ("tensorflow.sequence_mask", T((None,), "int32"), 7),
    ("keras.backend.concatenate", [A, T((None, 5))]),
    ("keras.backend.stack", [A, A]),
    ("keras.backend.repeat", A, 3),
    ("keras.backend.tile", A, [1, 2]),
    ("keras.backend.repeat_elements", A, 2, 1),
    ("keras.backend.temporal_padding", T((None, 4, 2))),
    ("numpy.concatenate", [M, N], 1),
    ("numpy.concatenate", (M, M)),
    ("numpy.concatenate", (M, N), None),
    ("numpy.stack", [M, M], 2),
    ("numpy.hstack", [M, N]),
    ("numpy.hstack", [T((3,)), T((4,))]),
    ("numpy.vstack", [M, M]),
    ("numpy.vstack", [T((3,)), M]),
    ("numpy.vstack", T((5, 3))),
    ("numpy.dstack", [M, M]),
    ("numpy.dstack", [T((3,)), T((3,))]),
    ("numpy.column_stack", [T((3,)), T((3, 2)), T((3,))]),
    ("numpy.append", M, N),
    ("numpy.append", M, N, 1),
    ("numpy.split", T((6, 4)), 3),
    ("numpy.split", T((6, 4)), [1, 9]),
    ("numpy.array_split", T((7, 4)), 3),
    ("numpy.hsplit", T((6, 4)), 2),
    ("numpy.vsplit", T((6, 4)), [2]),
    ("numpy.unstack", T((3, 4))),
    ("numpy.pad", M, 1),
    ("numpy.pad", M, (1, 2)),
    ("numpy.pad", M, ((1, 2), (0, 3))),
    ("numpy.pad", M, ((1, 2),)),
    ("numpy.tile", M, 2),
    ("numpy.tile", M, (2, 1, 1)),
    ("numpy.repeat", M, 2),
    ("numpy.repeat", M, 2, 0),
    ("numpy.repeat", M, [2, 3], 0),
    ("numpy.ndarray.repeat", M, 2, 1),
    ("numpy.broadcast_to", T((3,)), (2, 3)),
    ("numpy.atleast_2d", T((3,))),
    ("numpy.atleast_3d", M),
    ("numpy.meshgrid", T((3,)), T((4,)), T((5,))),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_shape_is_the_library_s(case: tuple[Any, ...]) -> None:
    assert_same(*case)


@pytest.mark.parametrize(
    "case",
    [
        ("keras.ops.concatenate", [A, T((None, 4, 1))], -1),
        ("keras.ops.concatenate", [T((2, 4)), T((2, 5))], 0),
        ("keras.ops.stack", [T((2, 4)), T((2, 5))]),
        ("keras.ops.unstack", A),
        ("keras.ops.broadcast_to", T((3, 2)), (2, 3, 4)),
        ("tensorflow.concat", [A, T((3, 5))], 0),
        ("tensorflow.concat", [A, A], 2),
        ("tensorflow.split", A, 3, 1),
        ("tensorflow.split", A, [1, 2], 1),
        ("tensorflow.unstack", A),
        ("tensorflow.pad", A, [[0, 0], [1, 2], [0, 0]]),
        ("tensorflow.tile", A, [1, 2, 3]),
        ("tensorflow.ensure_shape", T((None, 4)), [3, 5]),
        ("numpy.concatenate", [M, N]),
        ("numpy.concatenate", []),
        ("numpy.stack", [M, N]),
        ("numpy.split", T((7, 4)), 3),
        ("numpy.repeat", M, [1, 2, 3], 0),
        ("numpy.broadcast_to", M, (4, 3)),
    ],
    ids=str,
)
def test_both_refuse(case: tuple[Any, ...]) -> None:
    assert_both_refuse(*case)


sizes = st.one_of(st.none(), st.integers(1, 3))
shapes = st.lists(sizes, min_size=1, max_size=3).map(tuple)


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(st.lists(shapes, min_size=1, max_size=3), st.integers(-3, 3))
def test_any_concatenation_in_keras(inputs: list[tuple[int | None, ...]], axis: int) -> None:
    assert_never_wrong("keras.ops.concatenate", [T(shape) for shape in inputs], axis)


@settings(derandomize=True, database=None, deadline=None, max_examples=30)
@given(st.lists(shapes, min_size=1, max_size=3), st.integers(-3, 3))
def test_any_stack_in_tensorflow(inputs: list[tuple[int | None, ...]], axis: int) -> None:
    assert_never_wrong("tensorflow.stack", [T(shape) for shape in inputs], axis)


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(st.integers(1, 9), st.lists(st.integers(0, 9), max_size=3).map(sorted))
def test_any_split_in_numpy(size: int, indices: list[int]) -> None:
    assert_never_wrong("numpy.split", T((size, 2)), indices)


def test_an_unknown_list_gives_an_unknown_shape() -> None:
    assert concatenate(Unknown("the images")).shape.why == "the images"


def test_a_shape_is_put_together_from_the_shape_of_a_tensor() -> None:
    # tf.reshape(x, tf.concat([tf.shape(x)[:-1], [2, 4]], 0)) shows (None, 4, 2, 4).
    vector = TensorSpec(Shape.of(2), "int32", content=Content(elements=(DYNAMIC, 4)))
    shape = concatenate([vector, [2, 4]], 0)
    assert shape.content is not None
    assert shape.content.elements == (DYNAMIC, 4, 2, 4)


def test_the_labels_of_two_arrays_are_bounded_by_both() -> None:
    first = TensorSpec(Shape.of(10), "int64", content=Content(0, 4))
    second = TensorSpec(Shape.of(20), "int64", content=Content(5, 9))
    joined = ours("numpy.concatenate", (first, second))
    assert joined == TensorSpec(Shape.of(30), "int64", content=Content(0, 9))
