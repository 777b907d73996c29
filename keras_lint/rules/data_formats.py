"""Which axis holds the channels for a layer."""

from __future__ import annotations

from keras_lint.model import LayerCall, ModelGraph, ModelInput, SemanticModel
from keras_lint.rules.axes import feeds, shape_of, source_kind
from keras_lint.shapes import Shape, is_known

_ELEMENTWISE = ("Activation", "ReLU", "LeakyReLU", "PReLU", "ELU", "Dropout", "SpatialDropout2D",
                "BatchNormalization", "Identity")  # fmt: skip


def data_format_of(call: LayerCall) -> str | None:
    """Give the data format of a convolution or pooling layer, None for any other layer."""
    if call.schema is None or source_kind(call) != "convolution":
        return None
    if not hasattr(call.schema, "data_format"):
        return None
    given = call.schema.data_format
    if given is None:
        given = call.schema.image_data_format
    return given if given in ("channels_first", "channels_last") else None


def convolution_before(model: SemanticModel, call: LayerCall) -> LayerCall | None:
    """Give the convolution or pooling layer that a layer's input comes from, as it is."""
    while len(call.parents) == 1:
        before = model.layer_calls[call.parents[0]]
        if not feeds(before, call):
            return None
        if data_format_of(before) is not None:
            return before
        if before.class_name.removeprefix("keras.layers.") not in _ELEMENTWISE:
            return None
        call = before
    return None


def reader_of_channels_first(
    model: SemanticModel, graph: ModelGraph, given: ModelInput
) -> LayerCall | None:
    """Give the convolution that wants channels last and gets an input that has them first."""
    if not _is_channels_first(given.spec.shape):
        return None
    for index in graph.layers:
        call = model.layer_calls[index]
        if call.parents or shape_of(call.inputs) != given.spec.shape:
            continue
        if data_format_of(call) == "channels_last" and not _is_one_row(call):
            return call
    return None


def _is_one_row(call: LayerCall) -> bool:
    size = getattr(call.schema, "kernel_size", None)
    return isinstance(size, list | tuple) and bool(size) and size[0] == 1


_SMALLEST_SIDE = 16
_LARGE_SIDE = 48
"""No raw image has so many channels, whatever its other sides are."""


def _is_channels_first(shape: Shape) -> bool:
    if shape.rank != 4:
        return False
    channels, height, width = shape.known[1:]
    if not is_known(channels) or not is_known(height) or not is_known(width):
        return False
    if channels == 3 and min(height, width) >= _LARGE_SIDE:
        return True
    return channels in (1, 3) and height == width and height >= _SMALLEST_SIDE
