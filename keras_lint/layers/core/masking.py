"""``keras.layers.Masking``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.schema import LayerSchema


class Masking(LayerSchema):
    """Mark the steps whose features all equal ``mask_value``: the shape stays."""

    keras_name = "keras.layers.Masking"

    mask_value: Argument = 0.0
