"""An unknown argument never makes an answer wrong, it only makes less of it known."""

from __future__ import annotations

from typing import Any

import pytest

from keras_lint.applications import Backbone, application_names, find_application
from keras_lint.shapes import DYNAMIC, Dim, Polynomial, Shape, Symbol, Unknown, is_known
from tests.applications.real_backbones import backbone

SHORT = sorted(name for name in application_names() if name.count(".") == 2)
WHY = Unknown("it is read from a file")


def _agrees(some: Dim, whole: Dim) -> bool:
    return isinstance(some, Unknown) or some == whole


def _assert_agrees(some: Shape, whole: Shape) -> None:
    if some.dims is not None:
        assert some.rank == whole.rank
        assert all(_agrees(a, b) for a, b in zip(some, whole, strict=True)), (some, whole)


def _assert_part_of(some: Backbone, whole: Backbone) -> None:
    _assert_agrees(some.output.shape, whole.output.shape)
    _assert_agrees(some.input.shape, whole.input.shape)
    assert _agrees(some.params, whole.params)
    assert _agrees(some.trainable_params, whole.trainable_params)
    assert isinstance(some.name, Unknown) or some.name == whole.name
    if some.incomplete is None:
        assert len(some.layers) == len(whole.layers)
    for layer in some.layers:
        if layer.automatic or layer.name.startswith("?"):
            continue
        found = whole.get_layer(layer.name)
        assert found is not None, layer.name
        assert found.class_name == layer.class_name
        _assert_agrees(layer.output.shape, found.output.shape)
        assert _agrees(layer.params, found.params)


@pytest.mark.parametrize("name", SHORT)
def test_one_unknown(name: str) -> None:
    """Whatever an unknown argument stands for, the known parts are right."""
    application = find_application(name)
    assert application is not None
    wholes: list[dict[str, Any]] = [
        {"weights": None},
        {"include_top": False},
        {"weights": None, "include_top": False, "input_shape": (97, 130, 1), "pooling": "max"},
        {"weights": None, "include_top": False, "input_shape": (None, None, 3)},
        {"weights": None, "input_shape": (128, 128, 3), "classes": 5},
    ]
    for arguments in wholes:
        whole = application.build(arguments)
        for parameter in application.parameters:
            _assert_part_of(application.build({**arguments, parameter: WHY}), whole)
        _assert_part_of(application.build({}, open_ended=WHY), whole)
        _assert_part_of(application.build(arguments, open_ended=WHY), whole)
        size = arguments.get("input_shape", ())
        for axis in range(len(size)):
            partly = (*size[:axis], WHY, *size[axis + 1 :])
            _assert_part_of(application.build({**arguments, "input_shape": partly}), whole)


def test_unknown_size() -> None:
    """The channels and the weights do not depend on the size of the image."""
    built = backbone("ResNet50", include_top=False, input_shape=(WHY, WHY, 3))
    assert built.output.shape == Shape((DYNAMIC, WHY, WHY, 2048))
    assert built.params == 23587712
    assert built.incomplete is None


def test_symbolic_size() -> None:
    """A size that the code leaves open goes through the arithmetic."""
    size = Polynomial.of(Symbol("n", "size"))
    built = backbone("VGG16", weights=None, include_top=False, input_shape=(32 * size, 64, 3))
    assert built.output.shape == Shape((DYNAMIC, size, 2, 512))


def test_unknown_top() -> None:
    """Whether there is a top changes the output, not the layers before it."""
    built = backbone("VGG16", include_top=WHY, weights=None, input_shape=(64, 64, 3))
    pool = built.get_layer("block5_pool")
    assert pool is not None
    assert str(pool.output.shape) == "(None, 2, 2, 512)"
    assert built.output.shape.dims is None
    assert built.params == WHY
    assert built.incomplete == WHY


def test_unknown_pooling() -> None:
    """Pooling has no weights."""
    built = backbone("MobileNetV2", include_top=False, pooling=WHY)
    assert built.output.shape.dims is None
    assert is_known(built.params)


def test_unknown_weights() -> None:
    """The size of the input does not depend on the weights."""
    built = backbone("InceptionV3", weights=WHY)
    assert str(built.input.shape) == "(None, 299, 299, 3)"
    assert str(built.output.shape) == "(None, 1000)"


def test_undecided_layers() -> None:
    """NASNet compares sizes to choose its layers; the features are known all the same."""
    built = backbone("NASNetMobile", include_top=False, input_shape=(WHY, WHY, 3))
    assert str(built.output.shape) == "(None, ?, ?, 1056)"
    assert isinstance(built.params, Unknown)
    assert built.incomplete is not None
