"""A series in windows; the targets were not cut."""

import numpy as np
from keras import Input, Sequential
from keras.layers import LSTM, Dense

window = 5
series = np.arange(60, dtype="float32") / 60


def windows(values, size):
    rows = np.stack([values[i : i + size] for i in range(len(values) - size)])
    return rows[..., np.newaxis]


X = windows(series, window)
y = series[window:]
model = Sequential([Input((window, 1)), LSTM(4), Dense(1)])
model.compile("adam", "mse")
model.fit(X, y, epochs=1, verbose=0)
