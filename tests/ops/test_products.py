"""Products and functions of matrices against the libraries."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keras_lint.ops.contraction import einsum
from keras_lint.ops.linear_algebra import matmul, matmul_in_tensorflow
from keras_lint.shapes import Shape, TensorSpec, Unknown
from tests.ops.libraries import T, assert_both_refuse, assert_never_wrong, assert_same

X, Y = T((None, 3, 4)), T((None, 4, 5))
CASES: list[tuple[Any, ...]] = [
    ("keras.ops.matmul", X, Y),
    ("keras.ops.matmul", X, T((4, 5))),
    ("keras.ops.matmul", X, T((4,))),
    ("keras.ops.matmul", T((3,)), T((3,))),
    ("keras.ops.dot", X, T((4, 5))),
    ("keras.ops.dot", X, T((2, 4, 5))),
    ("keras.ops.dot", X, T((4,))),
    ("keras.ops.dot", T((3,)), T((3,))),
    ("keras.ops.tensordot", X, T((4, 5)), 1),
    ("keras.ops.tensordot", X, T((3, 5)), [[1], [0]]),
    ("keras.ops.tensordot", X, T((4, 5)), 0),
    ("keras.ops.einsum", "bij,bjk->bik", X, Y),
    ("keras.ops.einsum", "...ij,jk->...ik", X, T((4, 5))),
    ("keras.ops.einsum", "bij->bji", X),
    ("keras.ops.einsum", "bij->b", X),
    ("keras.ops.einsum", "bij,bkj->bik", X, T((None, 7, 4))),
    ("keras.ops.inner", X, T((2, 4))),
    ("keras.ops.outer", T((3,)), T((4, 2))),
    ("keras.ops.vdot", T((3,)), T((3,))),
    ("keras.ops.cross", T((None, 3)), T((None, 3))),
    ("keras.ops.trace", T((3, 4, 5))),
    ("keras.ops.diag", T((3,))),
    ("keras.ops.diag", T((3,)), -1),
    ("keras.ops.diag", T((3, 5))),
    ("keras.ops.inv", T((None, 3, 3))),
    ("keras.ops.det", T((None, 3, 3))),
    ("tensorflow.matmul", X, Y),
    ("tensorflow.matmul", X, T((None, 5, 4)), False, True),
    ("tensorflow.linalg.matmul", T((None, 4, 3)), Y, True),
    ("tensorflow.linalg.matvec", X, T((4,))),
    ("tensorflow.tensordot", X, T((4, 5)), 1),
    ("tensorflow.tensordot", X, T((3, 5)), [[1], [0]]),
    ("tensorflow.einsum", "bij,bjk->bik", X, Y),
    ("tensorflow.einsum", "...ij,jk->...ik", X, T((4, 5))),
    ("tensorflow.einsum", "bhid,bhjd->bhij", T((None, 2, 3, 4)), T((None, 2, 5, 4))),
    ("tensorflow.linalg.trace", T((None, 3, 3))),
    ("tensorflow.linalg.diag", T((None, 3))),
    ("tensorflow.linalg.diag_part", T((None, 3, 4))),
    ("tensorflow.linalg.inv", T((None, 3, 3))),
    ("tensorflow.linalg.det", T((None, 3, 3))),
    ("tensorflow.linalg.pinv", T((2, 3, 4))),
    ("tensorflow.nn.l2_loss", X),
    ("keras.backend.dot", X, T((4, 5))),
    ("keras.backend.dot", T((None, 4)), T((4, 5))),
    ("keras.backend.batch_dot", X, Y),
    ("keras.backend.batch_dot", X, T((None, 7, 4)), 2),
    ("keras.backend.batch_dot", X, T((None, 7, 4)), [2, 2]),
    ("keras.backend.batch_dot", T((None, 4)), T((None, 4)), 1),
    ("keras.backend.batch_dot", X, T((None, 4)), [2, 1]),
    ("numpy.matmul", T((3, 4)), T((4,))),
    ("numpy.matmul", T((2, 3, 4)), T((4, 5))),
    ("numpy.dot", T((2, 3, 4)), T((6, 4, 5))),
    ("numpy.dot", T((2, 3, 4)), 2.0),
    ("numpy.ndarray.dot", T((3, 4)), T((4, 5))),
    ("numpy.tensordot", T((3, 4)), T((4, 3)), ([0], [1])),
    ("numpy.tensordot", T((3, 4)), T((4, 3)), (1, 0)),
    ("numpy.einsum", "ij,jk", T((3, 4)), T((4, 5))),
    ("numpy.einsum", "ii", T((3, 3))),
    ("numpy.einsum", "...j,j", T((2, 3, 4)), T((4,))),
    ("numpy.inner", T((3, 4)), T((2, 4))),
    ("numpy.outer", T((3,)), T((4, 2))),
    ("numpy.cross", T((5, 3)), T((3,))),
    ("numpy.trace", T((3, 4))),
    ("numpy.diag", T((3, 5))),
    ("numpy.linalg.pinv", T((3, 4))),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_shape_is_the_library_s(case: tuple[Any, ...]) -> None:
    assert_same(*case)


@pytest.mark.parametrize(
    "case",
    [
        ("keras.ops.matmul", X, X),
        ("keras.ops.dot", X, T((3, 5))),
        ("keras.ops.einsum", "bij,bjk->bik", X),
        ("keras.ops.inv", T((None, 3, 4))),
        ("tensorflow.matmul", X, T((4,))),
        ("tensorflow.matmul", X, X),
        ("tensorflow.einsum", "ij,jk->ik", T((3, 4)), T((5, 6))),
        ("tensorflow.einsum", "ij->i", X),
        ("keras.backend.batch_dot", X, T((None, 7, 4)), 1),
        ("numpy.matmul", T((3, 4)), T((3, 4))),
        ("numpy.dot", T((3, 4)), T((3,))),
        ("numpy.tensordot", T((3, 4)), T((3, 4)), 1),
        ("numpy.einsum", "ij,jk->iz", T((3, 4)), T((4, 5))),
        ("numpy.linalg.inv", T((3, 4))),
    ],
    ids=str,
)
def test_both_refuse(case: tuple[Any, ...]) -> None:
    assert_both_refuse(*case)


sizes = st.one_of(st.none(), st.integers(1, 3))
shapes = st.lists(sizes, min_size=1, max_size=4).map(tuple)


@settings(derandomize=True, database=None, deadline=None, max_examples=80)
@given(shapes, shapes)
def test_any_product_in_keras(left: tuple[int | None, ...], right: tuple[int | None, ...]) -> None:
    assert_never_wrong("keras.ops.matmul", T(left), T(right))
    assert_never_wrong("keras.ops.dot", T(left), T(right))


@settings(derandomize=True, database=None, deadline=None, max_examples=30)
@given(shapes, shapes, st.booleans())
def test_any_product_in_tensorflow(
    left: tuple[int | None, ...], right: tuple[int | None, ...], turned: bool
) -> None:
    assert_never_wrong("tensorflow.matmul", T(left), T(right), False, turned)


def test_an_unknown_flag_hides_the_matrix_and_keeps_the_batch() -> None:
    x = TensorSpec(Shape.of(None, 3, 4))
    result = matmul_in_tensorflow(x, x, transpose_b=Unknown("flag"))
    assert result.shape == Shape((*Shape.of(None, 3), Unknown("flag")))


def test_an_unknown_inner_size_fits() -> None:
    left = TensorSpec(Shape((3, Unknown("n"))))
    assert matmul(left, TensorSpec(Shape.of(4, 5))).shape == Shape.of(3, 5)


def test_an_unknown_equation_gives_an_unknown_shape() -> None:
    assert einsum(Unknown("equation"), (TensorSpec(Shape.of(3)),)).shape.why
