"""A residual block that keeps the axis of its normalizations in a constant.

Silent.
"""

import keras
import numpy as np
from keras import layers

bn_axis = 1


def residual(x, filters):
    shortcut = x
    x = layers.Conv2D(filters, 3, padding="same")(x)
    x = layers.BatchNormalization(axis=bn_axis)(x)  # [normalization-axis]
    x = layers.ReLU()(x)
    x = layers.Conv2D(filters, 3, padding="same")(x)
    x = layers.add([x, shortcut])
    return layers.ReLU()(x)


inputs = keras.Input((16, 16, 4))
x = residual(inputs, 4)
x = residual(x, 4)
x = layers.GlobalAveragePooling2D()(x)
outputs = layers.Dense(1)(x)
model = keras.Model(inputs, outputs)
model.compile("adam", "mse")
model.fit(np.random.rand(4, 16, 16, 4), np.random.rand(4, 1), verbose=0)
