"""Reductions against the libraries."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from keras_lint.ops.reductions import argmax, extreme, reduce
from keras_lint.shapes import Content, Shape, TensorSpec, Unknown
from tests.ops.libraries import T, assert_both_refuse, assert_never_wrong, assert_same

X = T((None, 4, 8))
N = T((2, 4, 6))
I = T((2, 4, 6), "int32")  # noqa: E741
CASES: list[tuple[Any, ...]] = [
    *[
        (f"keras.ops.{name}", X, axis, keep)
        for name in ("sum", "mean", "max", "var", "any", "argmax", "logsumexp", "median", "ptp")
        for axis, keep in ((None, False), (-1, False), (1, True))
    ],
    ("keras.ops.sum", X, (0, 2)),
    ("keras.ops.sum", X, None, True),
    ("keras.ops.prod", X, [1, 2]),
    ("keras.ops.norm", X, 2, -1),
    ("keras.ops.norm", X),
    ("keras.ops.count_nonzero", X, 1),
    ("keras.ops.average", X, 1),
    ("keras.ops.cumsum", X, 1),
    ("keras.ops.cumsum", N),
    ("keras.ops.moments", X, [0, 1]),
    ("keras.ops.quantile", X, 0.5, 1),
    ("keras.ops.quantile", X, [0.1, 0.5], 1),
    *[
        (f"tensorflow.{name}", X, axis, keep)
        for name in ("reduce_sum", "reduce_mean", "reduce_max", "reduce_logsumexp")
        for axis, keep in ((None, False), (-1, False), (1, True), ([0, 2], False))
    ],
    ("tensorflow.math.reduce_std", X, 1),
    ("tensorflow.math.reduce_euclidean_norm", X, 1),
    ("tensorflow.argmax", X),
    ("tensorflow.argmax", X, -1),
    ("tensorflow.norm", X),
    ("tensorflow.norm", X, "euclidean", -1, True),
    ("tensorflow.math.count_nonzero", X, 1),
    ("tensorflow.nn.moments", X, [0, 1]),
    ("tensorflow.cumsum", X, 1),
    ("keras.backend.sum", X),
    ("keras.backend.mean", X, 1, True),
    ("keras.backend.argmax", X),
    ("keras.backend.any", T((None, 4), "bool"), 1),
    *[
        (f"numpy.{name}", N, axis)
        for name in ("sum", "mean", "std", "max", "argmax", "all", "median", "prod")
        for axis in (None, -1, 1)
    ],
    *[(f"numpy.ndarray.{name}", N, 1) for name in ("sum", "mean", "std", "max", "argmin", "any")],
    ("numpy.sum", I, (0, 1)),
    ("numpy.max", I),
    ("numpy.mean", I),
    ("numpy.linalg.norm", N, None, -1),
    ("numpy.average", N, 1),
    ("numpy.percentile", N, [10, 50], 0),
    ("numpy.count_nonzero", N, 1),
    ("numpy.cumsum", N),
    ("numpy.cumsum", N, 1),
    ("numpy.ptp", N, 0),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_shape_is_the_library_s(case: tuple[Any, ...]) -> None:
    assert_same(*case)


@pytest.mark.parametrize(
    "case",
    [
        ("keras.ops.sum", X, 3),
        ("keras.ops.argmax", X, -4),
        ("tensorflow.reduce_mean", X, [0, 3]),
        ("tensorflow.argmax", X, 3),
        ("numpy.mean", N, 3),
        ("numpy.sum", N, (1, 1)),
    ],
    ids=str,
)
def test_both_refuse(case: tuple[Any, ...]) -> None:
    assert_both_refuse(*case)


@settings(derandomize=True, database=None, deadline=None, max_examples=60)
@given(
    st.lists(st.one_of(st.none(), st.integers(1, 4)), max_size=4).map(tuple),
    st.one_of(st.none(), st.integers(-4, 4)),
    st.booleans(),
)
def test_any_mean_in_keras(shape: tuple[int | None, ...], axis: int | None, keep: bool) -> None:
    assert_never_wrong("keras.ops.mean", T(shape), axis, keep)


def test_keepdims_makes_the_axes_one() -> None:
    x = TensorSpec(Shape.of(None, 4))
    assert reduce(x, -1, True).shape == Shape.of(None, 1)


def test_an_unknown_axis_hides_the_rank_unless_it_is_kept() -> None:
    x = TensorSpec(Shape.of(None, 4))
    assert reduce(x, Unknown("axis")).shape.rank is None
    assert reduce(x, Unknown("axis"), True).shape.rank == 2


def test_argmax_over_the_classes_gives_labels() -> None:
    labels = argmax(TensorSpec(Shape.of(60000, 10), content=Content(0, 1, one_hot=True)), 1)
    assert labels == TensorSpec(Shape.of(60000), "int64", content=Content(0, 9))


def test_the_greatest_value_stays_within_the_bounds() -> None:
    pixels = TensorSpec(Shape.of(60000, 28, 28), "uint8", content=Content(0, 255))
    assert extreme(pixels) == TensorSpec(Shape(()), "uint8", content=Content(0, 255))
