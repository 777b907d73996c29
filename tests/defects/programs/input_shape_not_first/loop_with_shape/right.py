"""A loop of a helper gives the input shape to every layer."""

import numpy as np
import tensorflow as tf


def make(width, hidden):
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((width,)))
    for units in hidden:
        model.add(tf.keras.layers.Dense(units, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    return model


model = make(5, [8, 4])
model.compile("adam", "mse")
model.fit(np.random.rand(6, 5), np.random.rand(6), verbose=0)
