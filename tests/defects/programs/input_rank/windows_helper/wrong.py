"""Forecast the next value of a series from a window of the last ones.

Raises.
"""
import numpy as np
import keras
from keras import layers

from windows import make_windows

WINDOW = 12


def build(window):
    inputs = keras.Input(shape=(window, 1, 1))  # [input-rank]
    x = layers.ConvLSTM1D(4, 1)(inputs)
    x = layers.Flatten()(x)
    return keras.Model(inputs, layers.Dense(1)(x))


series = np.sin(np.linspace(0, 20, 60))
x, y = make_windows(series, WINDOW)
model = build(WINDOW)
model.compile(optimizer="adam", loss="mae")
model.fit(x, y, epochs=1, batch_size=16, verbose=0)
