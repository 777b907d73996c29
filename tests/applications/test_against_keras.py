"""Every backbone against Keras: each layer with its name, class, shape and weights."""

from __future__ import annotations

from typing import Any

import keras
import pytest
import tf_keras

from keras_lint.applications import application_names, find_application
from keras_lint.shapes import Shape, TensorSpec
from tests.applications.real_backbones import (
    NAMES,
    assert_same,
    backbone,
    configurations,
    facts_of,
    facts_of_ours,
    real_model,
)

CASES = [(name, arguments) for name in NAMES for arguments in configurations(name)]


def _label(value: Any) -> str:
    if isinstance(value, str):
        return value
    return " ".join(f"{key}={one}" for key, one in value.items()) or "defaults"


@pytest.mark.parametrize(("name", "arguments"), CASES, ids=_label)
def test_layers_shapes_and_weights(name: str, arguments: dict[str, Any]) -> None:
    """The layers stand in Keras's order, too."""
    assert_same(name, {"weights": None, **arguments})


@pytest.mark.parametrize("name", ["VGG16", "MobileNetV2", "MobileNetV3Large", "EfficientNetB0"])
def test_channels_first(name: str) -> None:
    """With channels first, shapes turn; the weights are the same."""
    keras.config.set_image_data_format("channels_first")
    try:
        model = real_model(name, weights=None, include_top=False, input_shape=(3, 97, 64))
        theirs = facts_of(model)
    finally:
        keras.config.set_image_data_format("channels_last")
    application = find_application(f"keras.applications.{name}")
    assert application is not None
    arguments = {"weights": None, "include_top": False, "input_shape": (3, 97, 64)}
    mine = application.build(arguments, image_data_format="channels_first")
    assert facts_of_ours(mine)._replace(name=None) == theirs._replace(name=None)
    assert str(mine.input.shape) == "(None, 3, 97, 64)"


@pytest.mark.parametrize(
    ("name", "size", "later"),
    [
        ("VGG16", (None, None, 3), (64, 65)),
        ("MobileNetV2", (None, None, 3), (75, 97)),
        ("EfficientNetB0", (64, 64, 3), (64, 64)),
        ("ResNet50V2", (None, None, 3), (49, 130)),
        ("ConvNeXtTiny", (None, None, 3), (70, 33)),
        ("MobileNetV3Small", (None, None, 3), (48, 33)),
    ],
)
def test_another_input(name: str, size: tuple[Any, ...], later: tuple[int, int]) -> None:
    """A model that is called on another input keeps the pads that it was built with."""
    arguments: dict[str, Any] = {"weights": None, "include_top": False, "input_shape": size}
    image = keras.Input((*later, 3))
    built = backbone(name, **arguments)
    with keras.StatelessScope(initialize_variables=False):
        output = getattr(keras.applications, name)(**arguments)(image)
    assert str(built.apply(_spec(image)).shape) == str(_spec(output).shape)


def _spec(tensor: Any) -> TensorSpec:
    return TensorSpec(Shape.of(*tensor.shape), tensor.dtype)


@pytest.mark.parametrize(
    ("name", "layers"),
    [
        ("VGG16", ["block3_pool"]),
        ("ResNet50", ["conv3_block4_out", "conv4_block6_out"]),
        ("InceptionV3", ["mixed7"]),
        ("MobileNetV2", ["block_3_expand_relu", "block_13_expand_relu", "out_relu"]),
    ],
)
def test_part_of_a_model(name: str, layers: list[str]) -> None:
    """A model up to some layers has the layers that lead there, in an order of its own."""
    arguments = {"weights": None, "include_top": False, "input_shape": (96, 96, 3)}
    model = real_model(name, **arguments)
    outputs = [model.get_layer(layer).output for layer in layers]
    part = keras.Model(model.input, outputs)
    mine = backbone(name, **arguments)
    found = mine.layers_up_to(layers)
    assert [one.name for one in found] == [one.name for one in part.layers]
    assert sum(one.params for one in found) == part.count_params()
    for layer, output in zip(layers, outputs, strict=True):
        named = mine.get_layer(layer)
        assert named is not None
        assert named.output.shape == _spec(output).shape


@pytest.mark.parametrize("name", ["DenseNet121", "MobileNetV3Small", "VGG16"])
def test_names_of_keras_2(name: str) -> None:
    """Keras 2 had the same layers; where it named them otherwise, those names are found too."""
    arguments = {"weights": None, "include_top": False, "input_shape": (75, 64, 3)}
    model = getattr(tf_keras.applications, name)(**arguments)
    mine = backbone(name, **arguments)
    assert str(mine.output.shape) == str(Shape.of(*model.output_shape))
    assert mine.params == model.count_params()
    for layer in model.layers:
        if layer.count_params() and "normalization" not in layer.name:
            found = mine.get_layer(layer.name)
            assert found is not None, layer.name
            assert str(found.output.shape) == str(Shape.of(*layer.output_shape))
            assert found.params == layer.count_params()
            part = mine.layers_up_to([layer.name])
            assert part[-1] == found


def test_a_made_up_name_is_no_name() -> None:
    """Keras counts automatic names per process, so nobody knows them."""
    built = backbone("InceptionV3", weights=None, include_top=False)
    assert built.get_layer("conv2d_3") is None
    assert built.get_layer("mixed3") is not None


def test_every_name_is_found() -> None:
    """The names of Keras are those of keras_lint, in every module."""
    public = {
        f"keras.applications.{module}.{name}" if module else f"keras.applications.{name}"
        for module in ["", *dir(keras.applications)]
        for name in dir(getattr(keras.applications, module) if module else keras.applications)
        if name[0].isupper() and not module.startswith("_")
    }
    public = {name for name in public if name.rpartition(".")[2] in NAMES}
    assert set(application_names()) == public
    for name in public:
        application = find_application(name)
        assert application is not None and name in application.names


def test_no_such_name() -> None:
    assert find_application("keras.applications.VGG17") is None
