"""Names of Keras 1 and 2 are followed where their meaning is plain, and told where it is gone."""

from __future__ import annotations

import pytest

from keras_lint import engine
from keras_lint.model import SemanticModel
from keras_lint.settings import Settings
from keras_lint.shapes import flatten_structure
from keras_lint.source import SourceText
from tests.rules.marks import diagnose


def facts(source: str, version: str = "2") -> SemanticModel:
    report = engine.analyze(SourceText("former.py", source), Settings(version=version))
    assert report.notes == ()
    return report.model


def last_shape(model: SemanticModel) -> str:
    output = model.layer_calls[-1].output
    assert output is not None
    return str(flatten_structure(output)[0].shape)


MODULES = {
    "core": "Dense(4)(keras.Input((8,)))",
    "convolutional": "Conv2D(4, 3)(keras.Input((8, 8, 3)))",
    "pooling": "MaxPooling2D()(keras.Input((8, 8, 3)))",
    "recurrent": "LSTM(4)(keras.Input((5, 3)))",
    "normalization": "BatchNormalization()(keras.Input((8,)))",
    "embeddings": "Embedding(9, 4)(keras.Input((5,)))",
    "advanced_activations": "LeakyReLU(alpha=0.1)(keras.Input((8,)))",
    "wrappers": "TimeDistributed(keras.layers.Dense(4))(keras.Input((5, 3)))",
    "noise": "GaussianNoise(0.1)(keras.Input((8,)))",
    "merge": "concatenate([keras.Input((8,)), keras.Input((8,))])",
    "experimental.preprocessing": "Rescaling(0.5)(keras.Input((8,)))",
}


@pytest.mark.parametrize("module", MODULES)
def test_former_modules_hold_the_layers_of_today(module: str) -> None:
    name = MODULES[module].partition("(")[0]
    former = f"import keras\nfrom keras.layers.{module} import {name}\ny = {MODULES[module]}\n"
    today = f"import keras\nfrom keras.layers import {name}\ny = {MODULES[module]}\n"

    assert last_shape(facts(former)) == last_shape(facts(today))
    assert "?" not in last_shape(facts(former))


MERGES = {
    "merge([a, b])": "(None, 4)",
    "merge([a, b], mode='sum')": "(None, 4)",
    "merge([a, b], 'mul')": "(None, 4)",
    "merge([a, b], mode='ave')": "(None, 4)",
    "merge([a, b], mode='concat')": "(None, 8)",
    "merge([a, b], mode='concat', concat_axis=1)": "(None, 8)",
    "merge([a, b], mode='dot')": "(None, 1)",
    "merge([a, b], mode='dot', dot_axes=1)": "(None, 1)",
}


@pytest.mark.parametrize("call", MERGES)
def test_the_function_merge(call: str) -> None:
    source = "from keras.layers import Input, merge\na, b = Input((4,)), Input((4,))\n"

    assert last_shape(facts(f"{source}y = {call}\n")) == MERGES[call]


def test_an_unknown_mode_of_merge_is_unknown() -> None:
    source = "from keras.layers import Input, merge\na, b = Input((4,)), Input((4,))\n"
    model = facts(f"import sys\n{source}y = merge([a, b], mode=sys.argv[1])\n")

    assert last_shape(model) == "an unknown shape"


def test_a_function_as_the_mode_of_merge() -> None:
    """Keras 1: ``Merge.get_output_shape_for`` needs ``output_shape`` beside it."""
    source = "from keras.layers import Input, merge\na, b = Input((4,)), Input((4,))\n"
    call = "merge([a, b], mode=lambda x: x[0]"

    assert facts(f"{source}y = {call})\n").layer_calls[-1].refusal is not None
    assert last_shape(facts(f"{source}y = {call}, output_shape=(4,))\n")) == "(None, 4)"
    shapes = "lambda shapes: (shapes[0][0], 8)"
    assert last_shape(facts(f"{source}y = {call}, output_shape={shapes})\n")) == "(None, 8)"


GONE = {
    "layers.CuDNNLSTM(3)": "write layers.LSTM(...), which runs on cuDNN where it can",
    "layers.CuDNNGRU(3)": "write layers.GRU(...), which runs on cuDNN where it can",
    "layers.ThresholdedReLU()": "write layers.ReLU(threshold=...)",
    "layers.RandomWidth(0.1)": "write layers.RandomZoom(...), which keeps the size",
    "layers.AtrousConvolution2D(3, 3, 3)": "write layers.Conv2D(..., dilation_rate=...)",
    "layers.Deconvolution2D(3, 3, 3)": "write layers.Conv2DTranspose(...)",
    "layers.TimeDistributedDense(3)": "write layers.Dense(...), which works on each step",
    "layers.MaxoutDense(3)": "write it as a layer of its own",
}


@pytest.mark.parametrize("call", GONE)
def test_a_layer_that_is_gone_is_told_where_keras_3_is_meant(call: str) -> None:
    found = diagnose(f"layer = {call}")

    assert [(one.rule, one.helps) for one in found] == [("unknown-keras-name", (GONE[call],))]
    assert diagnose(f"layer = {call}", version="2") == []


def test_a_layer_that_is_gone_still_has_a_shape() -> None:
    model = facts("import keras\ny = keras.layers.CuDNNLSTM(3)(keras.Input((5, 2)))\n", "3")

    assert last_shape(model) == "(None, 3)"
    assert str(model.layer_calls[-1].params) == "84"


NEIGHBORS = {
    "keras_hub": "keras_hub.models.BertBackbone.from_preset('bert_base_en')",
    "keras_nlp": "keras_nlp.layers.TransformerEncoder(4, 2)",
    "keras_cv": "keras_cv.layers.RandAugment((0, 255))",
    "tensorflow_addons": "tensorflow_addons.layers.GroupNormalization(2)",
    "tensorflow_hub": "tensorflow_hub.KerasLayer('module')",
    "keras_contrib": "keras_contrib.layers.CRF(3)",
    "kerastuner": "kerastuner.applications.HyperResNet()",
}


@pytest.mark.parametrize("package", NEIGHBORS)
def test_layers_of_neighbors_are_unknown_by_their_name(package: str) -> None:
    """Nothing is said about them, and what follows names them as the reason."""
    source = (
        f"import keras\nimport {package}\nx = {NEIGHBORS[package]}(keras.Input((8, 8, 3)))\n"
        "y = keras.layers.Dense(3)(x)\n"
    )

    assert diagnose(source) == []
    (call,) = facts(source, "3").layer_calls
    assert call.reason is not None
    assert package in call.reason
