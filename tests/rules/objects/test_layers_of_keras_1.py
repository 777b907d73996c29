"""``unknown-keras-name`` on the classes of Keras 1: told once, and nothing follows from it."""

from __future__ import annotations

import pytest

from keras_lint import engine
from keras_lint.layers.registry import find_layer, layer_modules
from keras_lint.settings import Settings
from keras_lint.shapes import flatten_structure
from keras_lint.source import SourceText
from tests.rules.keras_runs import refused
from tests.rules.marks import diagnose, program

IMAGE, VECTOR, STEPS = "(None, 8, 8, 3)", "(None, 8)", "(None, 6, 4)"
CALLS = {
    "AtrousConvolution1D": ("4, 3, atrous_rate=2, border_mode='same'", STEPS, "(None, 6, 4)"),
    "AtrousConvolution2D": ("4, 3, 3, atrous_rate=(2, 2), init='zero'", IMAGE, "(None, 4, 4, 4)"),
    "Deconvolution2D": (
        "4, 3, 3, output_shape=(None, 16, 16, 4), subsample=(2, 2), dim_ordering='tf'",
        IMAGE,
        "(None, 16, 16, 4)",
    ),
    "Highway": ("activation='relu', W_regularizer=None, input_dim=8", VECTOR, "(None, 8)"),
    "MaxoutDense": ("5, nb_feature=2, bias=False, input_dim=8", VECTOR, "(None, 5)"),
    "TimeDistributedDense": ("5, input_dim=4, input_length=6", STEPS, "(None, 6, 5)"),
    "ParametricSoftplus": ("0.2, batch_input_shape=(None, 8)", VECTOR, "(None, 8)"),
    "SReLU": ("t_left_init='zero', input_shape=(8,)", VECTOR, "(None, 8)"),
}


def call(name: str) -> str:
    arguments, shape, _ = CALLS[name]
    return f"y = layers.{name}({arguments})(keras.Input(batch_shape={shape}))"


def test_every_class_of_keras_1_is_looked_at() -> None:
    schemas = [find_layer(name) for name in layer_modules()]
    former = {one.keras_name for one in schemas if one is not None and 1 in one.in_keras}

    assert former == {f"keras.layers.{name}" for name in (*CALLS, "Merge")}


@pytest.mark.parametrize("name", CALLS)
def test_a_class_of_keras_1_is_told_once(name: str) -> None:
    """Its arguments are those of Keras 1, about which nothing is said beside."""
    refused(f"{call(name)}  # [unknown-keras-name]")


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("version", ["2", "3"])
def test_shapes_are_known_behind_it(name: str, version: str) -> None:
    text = SourceText("example.py", program(call(name)))
    report = engine.analyze(text, Settings(version=version))

    output = report.model.layer_calls[-1].output
    assert output is not None
    assert str(flatten_structure(output)[0].shape) == CALLS[name][2]


@pytest.mark.parametrize("name", CALLS)
def test_it_is_silent_where_an_older_keras_is_meant(name: str) -> None:
    assert diagnose(call(name), version="2") == []


def test_a_merge_of_models_is_told_once() -> None:
    source = """
        left = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
        right = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
        model = keras.Sequential()
        model.add(layers.Merge([left, right], mode="concat"))  # [unknown-keras-name]
        model.add(layers.Dense(2))
        """

    refused(source)
    assert diagnose(source, version="2") == []


def test_a_merge_of_tensors_that_do_not_fit() -> None:
    """Keras 1: ``Merge._arguments_validation`` compares all axes but the joined one."""
    source = """
        a, b = keras.Input((4, 3)), keras.Input((5, 2))
        c = layers.Merge(mode="concat")([a, b])
        """
    (found,) = diagnose(source, version="2")

    assert found.rule == "merge-mismatch"
    assert found.message == (
        "`Merge` needs inputs that differ on axis -1 alone, and gets (None, 4, 3) and (None, 5, 2)"
    )


@pytest.mark.parametrize(
    "call",
    [
        "layers.Deconvolution2D(8, (3, 3), strides=2)",
        "layers.AtrousConvolution2D(8, (3, 3), dilation_rate=2, padding='same')",
        "layers.AtrousConvolution1D(8, 3, dilation_rate=2)",
    ],
)
def test_the_spelling_of_keras_2_is_unknown(call: str) -> None:
    """Keras 2 took these names for its own layers, until it dropped them."""
    source = f"y = {call}(keras.Input({IMAGE if '2D' in call else STEPS}[1:]))"
    text = SourceText("example.py", program(source))
    model = engine.analyze(text, Settings(version="2")).model

    assert diagnose(source, version="2") == []
    assert model.layer_calls[-1].params is not None
    assert "8" not in str(flatten_structure(model.layer_calls[-1].output)[0].shape)
