"""``keras.layers.MaxPooling1D``, ``MaxPooling2D`` and ``MaxPooling3D``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.pooling.window_pooling import WindowPooling


class MaxPooling(WindowPooling):
    """Keep the largest value of each window."""

    pool_size: Argument = 2
    strides: Argument = None
    padding: Argument = "valid"
    data_format: Argument = None
    name: Argument = None


class MaxPooling1D(MaxPooling):
    """``(batch, steps, k) -> (batch, steps', k)``."""

    keras_name = "keras.layers.MaxPooling1D"
    aliases = ("MaxPool1D",)
    rank = 3


class MaxPooling2D(MaxPooling):
    """``(batch, height, width, k) -> (batch, height', width', k)``."""

    keras_name = "keras.layers.MaxPooling2D"
    aliases = ("MaxPool2D",)
    rank = 4

    pool_size: Argument = (2, 2)


class MaxPooling3D(MaxPooling):
    """``(batch, depth, height, width, k) -> (batch, depth', height', width', k)``."""

    keras_name = "keras.layers.MaxPooling3D"
    aliases = ("MaxPool3D",)
    rank = 5

    pool_size: Argument = (2, 2, 2)
