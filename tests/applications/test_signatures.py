"""The parameters of every backbone, their order and defaults, against ``inspect.signature``."""

from __future__ import annotations

import inspect

import keras
import pytest

from keras_lint.applications import find_application
from keras_lint.shapes import InvalidArgument
from tests.applications.real_backbones import NAMES


@pytest.mark.parametrize("name", NAMES)
def test_parameters(name: str) -> None:
    application = find_application(f"keras.applications.{name}")
    assert application is not None
    signature = inspect.signature(getattr(keras.applications, name))
    real = [(one.name, one.default) for one in signature.parameters.values()]
    assert list(application.parameters.items()) == real


def test_no_such_argument() -> None:
    """Keras raises a TypeError."""
    application = find_application("keras.applications.VGG16")
    assert application is not None
    with pytest.raises(InvalidArgument) as caught:
        application.build({"alpha": 1.0})
    assert caught.value.kind == "unknown"
