"""Programs that Keras 2 and Keras 3 take differently: run by both, and judged for both."""

from __future__ import annotations

import os
import warnings

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import keras
import numpy as np
import pytest
import tf_keras

from keras_lint import engine
from keras_lint.settings import Settings
from keras_lint.shapes import flatten_structure
from keras_lint.source import SourceText
from tests.rules.keras_runs import ERRORS
from tests.rules.marks import diagnose, program

# The source, the versions that refuse it, and the rule that says so.
PROGRAMS = {
    "an_int_as_shape_of_input": ("x = keras.Input(8)", (3,), "input-shape-no-tuple"),
    "an_int_by_name": ("x = keras.Input(shape=784)", (3,), "input-shape-no-tuple"),
    "input_layer_with_input_shape": ("x = layers.InputLayer(input_shape=(8,))", (), ""),
    "input_layer_with_shape": ("x = layers.InputLayer(shape=(8,))", (2,), "unknown-argument"),
    "input_layer_with_batch_shape": (
        "x = layers.InputLayer(batch_shape=(None, 8))", (2,), "unknown-argument",
    ),
    "input_with_batch_input_shape": (
        "x = keras.Input(batch_input_shape=(None, 8))", (3,), "removed-argument",
    ),
    "an_input_with_a_name": ("x = keras.Input((8,), None, 'x', 'int32')", (3,), "invalid-argument"),
    "a_negative_size": ("x = keras.Input((-3,))", (2, 3), "invalid-argument"),
    "an_unknown_argument_of_input": ("x = keras.Input(shpe=(3,))", (2, 3), "unknown-argument"),
    "input_without_shape": ("x = keras.Input()", (2, 3), "missing-argument"),
    "batch_input_shape": (
        "x = layers.Dense(3, batch_input_shape=(2, 8))", (3,), "removed-argument",
    ),
    "input_dim": ("x = keras.Sequential([layers.Dense(3, input_dim=8)])", (), ""),
    "numpy_units": ("x = layers.Dense(np.int64(3))", (3,), "invalid-argument"),
    "float_units": ("x = layers.Dense(3.0)", (3,), "invalid-argument"),
    "units_of_zero": ("x = layers.Dense(0)", (3,), "invalid-argument"),
    "negative_units": ("x = layers.Dense(-1)", (2, 3), "invalid-argument"),
    "numpy_filters": ("x = layers.Conv2D(np.int64(3), 3)", (), ""),
    "pooling_without_size": ("x = layers.AveragePooling2D()", (3,), "missing-argument"),
    "time_major": ("x = layers.LSTM(3, time_major=False)", (3,), "removed-argument"),
    "dynamic": ("x = layers.Dense(3, dynamic=False)", (3,), "removed-argument"),
    "use_cudnn": ("x = layers.LSTM(3, use_cudnn=False)", (2,), "unknown-argument"),
    "lora": ("x = layers.Dense(3, lora_rank=2)", (2,), "unknown-argument"),
    "leaky_alpha": ("x = layers.LeakyReLU(alpha=0.1)", (), ""),
    "leaky_slope": ("x = layers.LeakyReLU(negative_slope=0.1)", (2,), "unknown-argument"),
    "a_layer_of_keras_2": ("x = layers.ThresholdedReLU(1.0)", (3,), "unknown-keras-name"),
    "random_height": ("x = layers.RandomHeight(0.1)", (3,), "unknown-keras-name"),
    "a_layer_of_keras_3": ("x = layers.RMSNormalization()", (2,), "unknown-keras-name"),
    "padding_argument": ("x = layers.ZeroPadding1D(1, data_format=None)", (2,), "unknown-argument"),
    "flatten_on_two_axes": ("x = layers.Flatten()(keras.Input((8,)))", (), ""),
    "conv_on_five_axes": (
        "x = layers.Conv2D(3, 3)(keras.Input((5, 9, 9, 3)))", (3,), "layer-input-rank",
    ),
    "conv_on_two_axes": ("x = layers.Conv2D(3, 3)(keras.Input((8,)))", (2, 3), "layer-input-rank"),
    "sizes_that_differ": (
        "x = layers.Add()([keras.Input((3,)), keras.Input((4,))])", (2, 3), "merge-mismatch",
    ),
    "summary_before_build": (
        "model = keras.Sequential([layers.Dense(3)])\n"
        "x = model.summary(print_fn=lambda *_: None)",
        (2,), "unbuilt-model-attribute",
    ),
    "summary_after_build": (
        "model = keras.Sequential([layers.Dense(3)])\nmodel.build((None, 8))\n"
        "x = model.summary(print_fn=lambda *_: None)",
        (), "",
    ),
    "output_shape_of_a_layer": (
        "layer = layers.Dense(3)\nlayer(keras.Input((8,)))\nx = layer.output_shape",
        (3,), "unbuilt-model-attribute",
    ),
}  # fmt: skip


def ran(framework: object, source: str) -> bool:
    names = {"keras": framework, "layers": framework.layers, "np": np}  # type: ignore[attr-defined]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(source, "<program>", "exec"), names)
    except (AttributeError, TypeError, ValueError):
        return False
    return True


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_version_decides(name: str) -> None:
    """Each version refuses what it should, and so do we."""
    source, majors, rule = PROGRAMS[name]

    for major, framework in ((2, tf_keras), (3, keras)):
        assert ran(framework, source) == (major not in majors)
        found = {one.rule for one in diagnose(source, rules=ERRORS, version=str(major))}
        assert found == ({rule} if major in majors else set())


# The source, which binds y, and the shape and the number of weights in Keras 2 and in Keras 3.
SHAPES = {
    "gru": ("y = layer(keras.Input((5, 4)))", "layers.GRU(3)"),
    "gru_without_reset": ("y = layer(keras.Input((5, 4)))", "layers.GRU(3, reset_after=False)"),
    "conv_transpose": (
        "y = layer(keras.Input((5, 5, 5, 2)))", "layers.Conv3DTranspose(3, 2, 2, 'valid', None)",
    ),
    "batch_normalization": ("y = layer(keras.Input((5, 4)))", "layers.BatchNormalization()"),
    "average_pooling": ("y = layer(keras.Input((6, 6, 4)))", "layers.AveragePooling2D(3)"),
    "lambda": ("y = layer(keras.Input((4,)))", "layers.Dense(2, 'relu', False)"),
    "upsampling": ("y = layer(keras.Input((None, 6, 4)))", "layers.UpSampling2D(2)"),
    "bidirectional": (
        "y = layer(keras.Input((5, 4)))",
        "layers.Bidirectional(layers.LSTM(3), backward_layer=layers.LSTM(2, go_backwards=True))",
    ),
    "attention": (
        "y = layer([keras.Input((5, 4)), keras.Input((6, 4), batch_size=2)])",
        "layers.Attention()",
    ),
    "addition": (
        "y = layer([keras.Input((None, 4)), keras.Input((6, 4))])", "layers.Add()",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_the_shapes_are_those_of_the_version(name: str) -> None:
    """What Keras 2 makes of a layer, and what Keras 3 makes of it."""
    call, layer = SHAPES[name]
    source = f"layer = {layer}\n{call}\n"

    for major, framework in ((2, tf_keras), (3, keras)):
        names: dict[str, object] = {"keras": framework, "layers": framework.layers}
        exec(compile(source, "<program>", "exec"), names)
        # The package `keras` of Keras 2 has had other defaults, too.
        tensorflow = f"from tensorflow import keras\nfrom tensorflow.keras import layers\n{source}"
        text = SourceText("example.py", tensorflow if major == 2 else program(source))
        report = engine.analyze(text, Settings(version=str(major)))
        ours = report.model.layer_calls[-1]
        assert ours.output is not None
        assert [str(one.shape) for one in flatten_structure(ours.output)] == [
            str(tuple(names["y"].shape))  # type: ignore[attr-defined]
        ]
        assert ours.params == names["layer"].count_params()  # type: ignore[attr-defined]
