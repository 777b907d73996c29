"""What Keras refuses about the arguments of a backbone, and what it lets pass."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import h5py
import keras
import numpy as np
import pytest
from keras.src.legacy.saving import legacy_h5_format
from keras.src.utils import file_utils

from keras_lint.applications import find_application
from keras_lint.layers.arguments import NumpyInteger
from keras_lint.shapes import InvalidArgument, Refusal, Shape, TensorSpec
from tests.applications.real_backbones import assert_same, backbone, ours, real

TOP: dict[str, Any] = {"include_top": False}
PLAIN: dict[str, Any] = {"weights": None}


@pytest.fixture
def _no_download(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_utils, "get_file", lambda *_, **__: "none.h5")
    monkeypatch.setattr(keras.Model, "load_weights", lambda *_, **__: None)


def _refused(name: str, arguments: dict[str, Any]) -> None:
    theirs, mine = real(name, **arguments), ours(name, **arguments)
    assert isinstance(theirs, Exception), "Keras takes this"
    assert isinstance(mine, Refusal)


@pytest.mark.usefixtures("_no_download")
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("VGG16", {"classes": 10}),
        ("VGG16", {"input_shape": (128, 128, 3)}),
        ("VGG16", {"input_shape": [224, 224, 3]}),
        ("VGG16", {"input_shape": ()}),
        ("VGG16", {**TOP, "input_shape": (224, 224, 1)}),
        ("VGG16", {**TOP, "input_shape": (31, 224, 3)}),
        ("VGG16", {**TOP, "input_shape": (224, 224)}),
        ("VGG16", {"weights": "imagenets", **TOP}),
        ("VGG16", {"weights": "Imagenet", **TOP}),
        ("VGG16", {"classifier_activation": "sigmoid"}),
        ("VGG16", {**PLAIN, "input_shape": (None, None, 3)}),
        ("VGG16", {**PLAIN, "classes": 0}),
        ("VGG16", {**PLAIN, "classes": 10.0}),
        ("ResNet50", {**PLAIN, **TOP, "input_shape": (None, None, None)}),
        ("ResNet50", {**PLAIN, **TOP, "input_shape": (224.0, 224, 3)}),
        ("Xception", {**PLAIN, **TOP, "input_shape": (70, 71, 3)}),
        ("InceptionV3", {**TOP, "input_shape": (64, 64, 3)}),
        ("InceptionResNetV2", {**PLAIN, "input_shape": (74, 74, 3)}),
        ("MobileNet", {**TOP, "alpha": 0.3}),
        ("MobileNet", {**TOP, "depth_multiplier": 2}),
        ("MobileNet", {**PLAIN, **TOP, "alpha": 0.01}),
        ("MobileNet", {**PLAIN, "dropout": 1.5}),
        ("MobileNet", {**PLAIN, "classes": 10.0}),
        ("MobileNet", {**PLAIN, **TOP, "input_shape": ()}),
        ("MobileNetV2", {**TOP, "alpha": 2.0}),
        ("MobileNetV3Small", {**TOP, "alpha": 0.5}),
        ("MobileNetV3Small", {"input_shape": (224.0, 224, 3)}),
        ("MobileNetV3Small", {**TOP, "alpha": 1}),
        ("MobileNetV3Large", {**TOP, "alpha": 0.75, "minimalistic": True}),
        ("MobileNetV3Large", {**PLAIN, "input_shape": (224, 20, 3)}),
        ("MobileNetV3Large", {**PLAIN, "input_shape": (32, None, 3)}),
        ("NASNetMobile", {**TOP, "input_shape": (None, None, 3)}),
        ("NASNetLarge", {**PLAIN, **TOP, "input_shape": (None, 150, 3)}),
        ("EfficientNetB0", {**PLAIN, **TOP, "input_shape": (224, None, 3)}),
        ("EfficientNetV2B0", {**PLAIN, "name": "backbone"}),
        ("ConvNeXtTiny", {"name": "backbone", **TOP}),
        ("ConvNeXtTiny", {**PLAIN, **TOP, "input_shape": (None, None, None)}),
    ],
)
def test_both_refuse(name: str, arguments: dict[str, Any]) -> None:
    _refused(name, arguments)


@pytest.mark.usefixtures("_no_download")
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("VGG16", {}),
        ("VGG16", {"classifier_activation": None}),
        ("VGG16", {"classifier_activation": "linear"}),
        ("VGG16", {**TOP, "classes": 10, "classifier_activation": "sigmoid"}),
        ("VGG16", {**TOP, "pooling": "average"}),
        ("ResNet50", {**TOP, "input_shape": (32, 33, 3)}),
        ("MobileNet", {"input_shape": (160, 160, 3)}),
        ("MobileNet", {**TOP, "alpha": 1, "input_shape": (100, 64, 3)}),
        ("MobileNetV2", {"input_shape": (96, 96, 3), "alpha": 1.4}),
        ("MobileNetV3Large", {**TOP, "input_shape": (None, 100, 3)}),
        ("MobileNetV3Large", {**TOP, "minimalistic": True}),
        ("NASNetMobile", TOP),
        ("EfficientNetB0", {**TOP, "input_shape": (None, 65, 3)}),
        ("EfficientNetV2B1", {**PLAIN, **TOP, "name": "efficientnetv2-s"}),
        ("ConvNeXtTiny", {**TOP, "name": "my_convnext_tiny"}),
    ],
)
def test_both_accept(name: str, arguments: dict[str, Any]) -> None:
    """The same layers come out, with the extra one that goes with ImageNet's weights."""
    assert not isinstance(ours(name, **arguments), Refusal)
    assert_same(name, arguments)


@pytest.mark.parametrize(
    ("name", "size", "arguments"),
    [
        ("VGG16", (None, 64, 48, 1), TOP),
        ("VGG16", (8, 224, 224, 3), {}),
        ("VGG16", (None, 31, 31, 3), TOP),
        ("VGG16", (None, 224, 3), TOP),
        ("VGG16", (None, None, None, 3), {}),
        ("Xception", (None, 40, 90, 3), TOP),
        ("InceptionV3", (None, 42, 60, 3), TOP),
        ("MobileNetV2", (None, 96, 97, 3), {**TOP, "input_shape": (96, 97, 3)}),
        ("MobileNetV2", (None, 96, 96, 3), {**TOP, "input_shape": (96, 128, 3)}),
        ("MobileNetV3Small", (None, 20, 20, 3), TOP),
        ("EfficientNetV2B0", (None, 64, 64, 1), TOP),
        ("ConvNeXtTiny", (None, 64, 64, 1), TOP),
        ("ConvNeXtTiny", (None, 64, 64, 1), {**TOP, "include_preprocessing": False}),
        ("NASNetMobile", (None, 37, 75, 3), TOP),
    ],
)
def test_input_tensor(name: str, size: tuple[Any, ...], arguments: dict[str, Any]) -> None:
    """An input tensor passes by the check of the smallest size; the layers have the say."""
    theirs = real(name, weights=None, input_tensor=keras.Input(batch_shape=size), **arguments)
    application = find_application(f"keras.applications.{name}")
    assert application is not None
    tensor = TensorSpec(Shape.of(*size), "float32")
    if isinstance(theirs, Exception):
        with pytest.raises(Refusal):
            application.build({"weights": None, "input_tensor": tensor, **arguments})
    else:
        built = application.build({"weights": None, "input_tensor": tensor, **arguments})
        assert (str(built.output.shape), built.params) == (theirs.output, theirs.params)


def test_weights_of_three_channels_need_three(tmp_path: Path) -> None:
    """Keras builds the model on one channel, and stops where it loads the weights."""
    path = str(tmp_path / "weights.h5")
    arguments: dict[str, Any] = {"include_top": False, "alpha": 0.25}
    model = keras.applications.MobileNet(weights=None, **arguments)
    with h5py.File(path, "w") as file:
        legacy_h5_format.save_weights_to_hdf5_group(file, model)
    gray = keras.Input((64, 64, 1))
    assert isinstance(real("MobileNet", weights=path, input_tensor=gray, **arguments), ValueError)
    mine = ours("MobileNet", weights="imagenet", input_tensor=gray, **arguments)
    assert isinstance(mine, Refusal)


def test_numpy_classes() -> None:
    """``Dense`` of Keras 3 takes no numpy integer, ``Conv2D`` does."""
    classes = np.int64(5)
    assert isinstance(real("VGG16", weights=None, classes=classes), ValueError)
    with pytest.raises(InvalidArgument) as caught:
        backbone("VGG16", weights=None, classes=NumpyInteger(5))
    assert caught.value.keras == (3,)
    assert not isinstance(real("MobileNet", weights=None, classes=classes), Exception)
    built = backbone("MobileNet", weights=None, classes=NumpyInteger(5))
    assert str(built.output.shape) == "(None, 5)"


def test_channels_first_refused() -> None:
    """DenseNet, NASNet and ConvNeXt want channels last."""
    for name in ("DenseNet121", "NASNetMobile", "ConvNeXtTiny"):
        application = find_application(f"keras.applications.{name}")
        assert application is not None
        with pytest.raises(InvalidArgument):
            application.build({"weights": None}, image_data_format="channels_first")
