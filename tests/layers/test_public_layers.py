"""Every public layer gives known shapes for one plain call."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest

from keras_lint import engine
from keras_lint.settings import Settings
from keras_lint.shapes import Shape, TensorSpec, flatten_structure, is_dynamic, is_known
from keras_lint.source import SourceText
from tests.layers.test_signatures import public_layers

VECTOR, STEPS, IMAGE = "(8,)", "(6, 4)", "(8, 8, 3)"
VOLUME, FRAMES = "(8, 8, 8, 2)", "(5, 8, 8, 2)"
ARGUMENTS = {
    "Add": "", "AdaptiveAveragePooling1D": "2", "AdaptiveAveragePooling2D": "2",
    "AdaptiveAveragePooling3D": "2", "AdaptiveMaxPooling1D": "2", "AdaptiveMaxPooling2D": "2",
    "AdaptiveMaxPooling3D": "2", "Activation": "'relu'", "AlphaDropout": "0.1",
    "Bidirectional": "layers.LSTM(3)", "CategoryEncoding": "4", "CenterCrop": "4, 4",
    "ConvLSTM1D": "2, 3", "ConvLSTM2D": "2, 3", "ConvLSTM3D": "2, 3", "CutMix": "",
    "Dense": "3", "Discretization": "[0.0, 1.0]", "Dot": "axes=1", "Dropout": "0.1",
    "EinsumDense": "'ab,bc->ac', 3", "Embedding": "10, 3", "GRU": "3", "GRUCell": "3",
    "GaussianDropout": "0.1", "GaussianNoise": "0.1", "GroupNormalization": "1",
    "GroupQueryAttention": "4, 4, 2", "GroupedQueryAttention": "4, 4, 2", "HashedCrossing": "5",
    "Hashing": "5", "IntegerLookup": "vocabulary=[1, 2]", "LSTM": "3", "LSTMCell": "3",
    "Lambda": "lambda x: x * 2", "MaxNumBoundingBoxes": "4", "MultiHeadAttention": "2, 3",
    "Permute": "(2, 1)", "Pipeline": "[layers.Rescaling(2.0)]", "RNN": "layers.LSTMCell(3)",
    "RandomBrightness": "0.1", "RandomColorDegeneration": "0.1", "RandomContrast": "0.1",
    "RandomCrop": "4, 4", "RandomHue": "0.1", "RandomPosterization": "4",
    "RandomRotation": "0.1", "RandomSaturation": "0.1", "RandomSharpness": "0.1",
    "RandomTranslation": "0.1, 0.1", "RandomZoom": "0.1", "RepeatVector": "3",
    "Rescaling": "2.0", "Reshape": "(4, 2)", "Resizing": "4, 4",
    "ReversibleEmbedding": "10, 3", "SimpleRNN": "3", "SimpleRNNCell": "3",
    "SpatialDropout1D": "0.1", "SpatialDropout2D": "0.1", "SpatialDropout3D": "0.1",
    "SpectralNormalization": "layers.Dense(3)",
    "StackedRNNCells": "[layers.LSTMCell(3), layers.LSTMCell(2)]",
    "StringLookup": "vocabulary=['a', 'b']", "TextVectorization": "vocabulary=['a', 'b']",
    "TimeDistributed": "layers.Dense(3)",
}  # fmt: skip
SHAPES = {
    "CategoryEncoding": "(3,), dtype='int32'", "Embedding": "(6,), dtype='int32'",
    "EinsumDense": VECTOR, "GroupNormalization": IMAGE, "Hashing": "(1,), dtype='string'",
    "IntegerLookup": "(3,), dtype='int64'", "LayerNormalization": VECTOR, "Permute": STEPS,
    "MelSpectrogram": "(16000,)", "RepeatVector": VECTOR, "Reshape": VECTOR,
    "ReversibleEmbedding": "(6,), dtype='int32'", "STFTSpectrogram": "(16000, 1)",
    "StringLookup": "(3,), dtype='string'", "TextVectorization": "(1,), dtype='string'",
    "InputLayer": "",
}  # fmt: skip
CALLS = {
    "Attention": "[keras.Input((6, 4)), keras.Input((5, 4))]",
    "AdditiveAttention": "[keras.Input((6, 4)), keras.Input((5, 4))]",
    "GroupQueryAttention": "keras.Input((6, 4)), keras.Input((5, 4))",
    "GroupedQueryAttention": "keras.Input((6, 4)), keras.Input((5, 4))",
    "HashedCrossing": "(keras.Input((1,), dtype='int32'), keras.Input((1,), dtype='int32'))",
    "MultiHeadAttention": "keras.Input((6, 4)), keras.Input((5, 4))",
    "GRUCell": "keras.Input((4,)), [keras.Input((3,))]",
    "SimpleRNNCell": "keras.Input((4,)), [keras.Input((3,))]",
    "LSTMCell": "keras.Input((4,)), [keras.Input((3,)), keras.Input((3,))]",
    "StackedRNNCells": "keras.Input((4,)), [[keras.Input((3,)), keras.Input((3,))], "
    "[keras.Input((2,)), keras.Input((2,))]]",
}
MERGING = "Add Average Concatenate Dot Maximum Minimum Multiply Subtract"
NOT_PLAIN = {
    "FlaxLayer": "needs a module of Flax",
    "InputLayer": "is an entry, not applied to anything",
    "JaxLayer": "needs a function of JAX",
    "Layer": "has no call() of its own",
    "MaxNumBoundingBoxes": "takes boxes, no tensor alone",
    "TFSMLayer": "needs a saved model",
    "TorchModuleWrapper": "needs a module of PyTorch",
    "Wrapper": "has no call() of its own",
}
"""The layers without a plain call, and why."""
NAMES = sorted(set(public_layers()) - set(NOT_PLAIN))


def plain_program(name: str) -> str:
    """Write a program that makes one layer and applies it."""
    layer = public_layers()[name]
    canonical = layer.__name__
    arguments = ARGUMENTS.get(name, ARGUMENTS.get(canonical, ""))
    if not arguments and "Conv" in name:
        arguments = "3" if "Depthwise" in name else "4, 3"
    if not arguments and name.startswith(("AveragePool", "MaxPool", "AvgPool")):
        arguments = "2"
    shape = SHAPES.get(name)
    if shape is None:
        spatial = next((n for n in "123" if f"{n}D" in name), "")
        shapes = {"1": STEPS, "2": IMAGE, "3": VOLUME, "": IMAGE}
        shape = shapes[spatial]
        if name.startswith("ConvLSTM"):
            shape = {"1": "(5, 8, 2)", "2": FRAMES, "3": "(4, 8, 8, 8, 2)"}[spatial]
        elif layer.__module__.split(".")[3] == "rnn":
            shape = STEPS
        elif "preprocessing" not in layer.__module__ and spatial == "":
            shape = VECTOR
    inputs = f"keras.Input({shape})"
    if name in MERGING.split():
        inputs = f"[{inputs}, {inputs}]"
    inputs = CALLS.get(name, inputs)
    return f"import keras\nfrom keras import layers\ny = layers.{name}({arguments})({inputs})\n"


def keras_shapes(source: str) -> list[tuple[int | None, ...]]:
    names: dict[str, Any] = {"np": np}
    exec(compile(source, "<plain>", "exec"), names)
    return [tuple(one.shape) for one in keras.tree.flatten(names["y"])]


@pytest.mark.parametrize("name", NAMES)
def test_a_plain_call_is_known(name: str) -> None:
    """The shapes are known, and they are those of Keras."""
    source = plain_program(name)
    report = engine.analyze(SourceText("plain.py", source), Settings(version="3"))

    assert report.notes == ()
    (call,) = [one for one in report.model.layer_calls if one.span.line == 3][-1:]
    assert call.refusal is None, call.refusal
    assert call.output is not None
    ours = [known(one) for one in flatten_structure(call.output)]
    assert ours == keras_shapes(source)


def known(spec: TensorSpec) -> tuple[int | None, ...] | Shape:
    dims = spec.shape.dims
    if dims is None or not all(is_dynamic(dim) or is_known(dim) for dim in dims):
        return spec.shape
    return tuple(None if is_dynamic(dim) else int(str(dim)) for dim in dims)


def test_the_layers_without_a_plain_call_are_public() -> None:
    """An exception that is none any more is taken off the list."""
    assert set(NOT_PLAIN) <= set(public_layers())
