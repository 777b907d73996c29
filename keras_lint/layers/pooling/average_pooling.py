"""``keras.layers.AveragePooling1D``, ``AveragePooling2D`` and ``AveragePooling3D``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.pooling.window_pooling import WindowPooling


class AveragePooling(WindowPooling):
    """Keep the mean of each window."""

    keras_2_defaults = {"pool_size": 2}

    pool_size: Argument
    strides: Argument = None
    padding: Argument = "valid"
    data_format: Argument = None
    name: Argument = None


class AveragePooling1D(AveragePooling):
    """``(batch, steps, k) -> (batch, steps', k)``."""

    keras_name = "keras.layers.AveragePooling1D"
    aliases = ("AvgPool1D",)
    rank = 3


class AveragePooling2D(AveragePooling):
    """``(batch, height, width, k) -> (batch, height', width', k)``."""

    keras_name = "keras.layers.AveragePooling2D"
    aliases = ("AvgPool2D",)
    rank = 4


class AveragePooling3D(AveragePooling):
    """``(batch, depth, height, width, k) -> (batch, depth', height', width', k)``."""

    keras_name = "keras.layers.AveragePooling3D"
    aliases = ("AvgPool3D",)
    rank = 5
