"""Which axis holds the channels for a layer."""

from __future__ import annotations

from keras_lint.model import LayerCall, SemanticModel
from keras_lint.rules.axes import feeds, source_kind

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
        return call.schema.image_data_format
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
