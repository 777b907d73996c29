"""``preprocess_input`` and ``decode_predictions`` of every module."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from keras_lint.applications.functions import (
    PASSES_THROUGH,
    SCALES,
    check_predictions,
    is_decoding,
    is_preprocessing,
    preprocess_input,
)
from keras_lint.shapes import InvalidShape, Shape, TensorSpec, Unknown

MODULES = [
    name
    for name in dir(keras.applications)
    if hasattr(getattr(keras.applications, name), "preprocess_input")
]


def test_modules() -> None:
    assert set(MODULES) == PASSES_THROUGH | SCALES


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("dtype", ["uint8", "float64", "float32"])
def test_preprocess_input(module: str, dtype: str) -> None:
    """The shape stays; most modules turn integers into floats."""
    name = f"keras.applications.{module}.preprocess_input"
    assert is_preprocessing(name)
    images = np.zeros((2, 8, 9, 3), dtype)
    found = getattr(keras.applications, module).preprocess_input(images)
    mine = preprocess_input(name, TensorSpec(Shape.of(2, 8, 9, 3), dtype))
    assert (tuple(mine.shape), mine.dtype) == (found.shape, str(found.dtype))


def test_names() -> None:
    assert is_decoding("keras.applications.vgg16.decode_predictions")
    assert not is_decoding("keras.applications.vgg16.VGG16")
    assert not is_preprocessing("keras.applications.preprocess_input")


@pytest.mark.parametrize("shape", [(2, 10), (1000,), (1, 7, 7, 512)])
def test_decode_refuses(shape: tuple[int, ...]) -> None:
    """Keras raises for anything but 1000 values per image."""
    with pytest.raises(ValueError, match="decode_predictions"):
        keras.applications.vgg16.decode_predictions(np.zeros(shape))
    with pytest.raises(InvalidShape):
        check_predictions(TensorSpec(Shape.of(*shape)))


def test_decode_takes() -> None:
    check_predictions(TensorSpec(Shape.of(None, 1000)))
    check_predictions(TensorSpec(Shape((1, Unknown("?")))))
    check_predictions(TensorSpec(Shape.unknown("?")))
