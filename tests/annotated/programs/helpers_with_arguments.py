"""Helper functions with defaults, *args, **kwargs, keyword unpacking, partial."""
from functools import partial

import keras
from keras import layers

Conv = partial(layers.Conv2D, kernel_size=3, padding="same", use_bias=False)
DEFAULTS = dict(activation="relu", padding="valid")


def block(x, filters, *, times=1, pool=True, norm=layers.BatchNormalization, **options):
    for _ in range(times):
        x = Conv(filters, **options)(x)  # shape: (None, 32, 32, 8) | 2 * (None, 8, 8, 16)  # params: 216 | 1152 | 2304
        x = norm()(x)  # shape: (None, 32, 32, 8) | 2 * (None, 8, 8, 16)
        x = layers.ReLU()(x)  # shape: (None, 32, 32, 8) | 2 * (None, 8, 8, 16)
    return layers.MaxPooling2D()(x) if pool else x  # shape: (None, 16, 16, 8)


def head(x, *widths, classes=10, **kwargs):
    x = layers.GlobalAveragePooling2D()(x)  # shape: (None, 16)
    for width in widths:
        x = layers.Dense(width, **kwargs)(x)  # shape: (None, 30) | (None, 20)
    return layers.Dense(classes, name="head")(x)  # shape: (None, 10)


inputs = keras.Input((32, 32, 3))
x = block(inputs, 8)
x = layers.AveragePooling2D(2)(x)  # shape: (None, 8, 8, 8)
x = block(x, 16, times=2, pool=False, norm=layers.LayerNormalization, strides=1)
x = head(x, *[30, 20], **{"activation": "elu"})
model = keras.Model(inputs, x)  # output: (None, 10)  # total: 5108
extra = layers.Conv2D(4, 5, **DEFAULTS)(inputs)  # shape: (None, 28, 28, 4)
