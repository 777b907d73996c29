"""A helper makes the layers; its activation is None unless given."""

import keras
import numpy as np


def stack(x, widths, activation=None):
    for width in widths:
        x = keras.layers.Dense(width, activation=activation)(x)
    return x


inputs = keras.Input((7,))
h = stack(inputs, (12, 6), "relu")
outputs = keras.layers.Dense(2, activation="softmax")(h)
model = keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(6, 7), np.array([0, 1, 0, 1, 1, 0]), verbose=0)
