"""Random tensors and arrays against the libraries."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from keras_lint.ops.random import randint
from keras_lint.ops.registry import find_operation
from keras_lint.shapes import Content, Shape, TensorSpec, Unknown
from tests.ops.libraries import T, assert_both_refuse, assert_same

CASES: list[tuple[Any, ...]] = [
    ("tensorflow.random.normal", (2, 3)),
    ("tensorflow.random.uniform", [2, 3]),
    ("tensorflow.random.uniform", [2, 3], 0, 10, "int32"),
    ("tensorflow.random.truncated_normal", [2, 3]),
    ("tensorflow.random.categorical", T((None, 5)), 7),
    ("tensorflow.random.shuffle", T((None, 5))),
    ("keras.backend.random_normal", (2, 3)),
    ("numpy.random.rand", 2, 3),
    ("numpy.random.randn", 4),
    ("numpy.random.rand"),
    ("numpy.random.random", (2, 3)),
    ("numpy.random.random_sample", 5),
    ("numpy.random.random"),
    ("numpy.random.normal", 0, 1, (2, 3)),
    ("numpy.random.normal", 0, 1),
    ("numpy.random.uniform", 0, 1, 5),
    ("numpy.random.uniform", 0, [1, 2, 3]),
    ("numpy.random.randint", 10),
    ("numpy.random.randint", 0, 10, (2, 3)),
    ("numpy.random.randint", 2, None, 5),
    ("numpy.random.binomial", 1, 0.5, 9),
    ("numpy.random.poisson", 3.0, 9),
    ("numpy.random.choice", 5, 9),
    ("numpy.random.choice", [1.0, 2.0], (2, 3)),
    ("numpy.random.permutation", 9),
    ("numpy.random.permutation", T((9, 2))),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_shape_is_the_library_s(case: tuple[Any, ...] | str) -> None:
    assert_same(*((case,) if isinstance(case, str) else case))


@pytest.mark.parametrize("name", ["normal", "uniform", "truncated_normal"])
def test_keras_draws_the_shape_asked_for(name: str) -> None:
    operation = find_operation(f"keras.random.{name}")
    assert operation is not None
    real = getattr(keras.random, name)((2, 3))
    mine = operation.apply(f"keras.random.{name}", [(2, 3)], {})
    assert mine == TensorSpec(Shape.of(*real.shape), "float32")


def test_an_empty_range_is_refused() -> None:
    assert_both_refuse("numpy.random.randint", 5, 5)


def test_randint_bounds_labels() -> None:
    assert randint(0, 10, (100, 1)).content == Content(0, 9)
    assert randint(3).content == Content(0, 2)
    assert randint(0, Unknown("classes"), 100).content == Content(0)


def test_uniform_integers_lie_below_their_end() -> None:
    operation = find_operation("tensorflow.random.uniform")
    assert operation is not None
    keywords = {"maxval": 10, "dtype": "int32"}
    mine = operation.apply("tensorflow.random.uniform", [(5,)], keywords)
    real = tf.random.uniform((5,), maxval=10, dtype="int32")
    assert mine == TensorSpec(Shape.of(*real.shape), "int32", content=Content(0, 9))


def test_methods_of_a_generator_are_known() -> None:
    generator = np.random.default_rng(0)
    name = "numpy.random.Generator.integers"
    operation = find_operation(name)
    assert operation is not None
    mine = operation.apply(name, [Unknown("generator"), 0, 10], {"size": (2, 3)})
    assert mine.shape == Shape.of(*generator.integers(0, 10, size=(2, 3)).shape)


def test_what_many_draws_reach() -> None:
    drawn = randint(0, 10, (40, 50)).content
    assert drawn is not None
    assert drawn.reaches(9)
    assert not drawn.reaches(10)
    few = randint(0, 10, 5).content
    assert few is not None and not few.reaches(9)
