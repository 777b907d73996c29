"""A loop of a helper gives the input shape to every layer.

Silent.
"""

import numpy as np
import tensorflow as tf


def make(width, hidden):
    model = tf.keras.Sequential()
    for units in hidden:
        model.add(tf.keras.layers.Dense(units, activation="relu", input_shape=(width,)))  # [input-shape-not-first]
    model.add(tf.keras.layers.Dense(1))
    return model


model = make(5, [8, 4])
model.compile("adam", "mse")
model.fit(np.random.rand(6, 5), np.random.rand(6), verbose=0)
