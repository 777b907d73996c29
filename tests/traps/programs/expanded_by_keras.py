"""Data of one axis less than the model takes: Keras adds a last axis of size 1 by itself."""
import numpy as np
from keras.layers import LSTM, Conv1D, Dense, Flatten, Input
from keras.models import Sequential

x = np.random.rand(12, 20)
y = np.random.rand(12)
for model in (
    Sequential([Input((20, 1)), Conv1D(4, 3, activation="relu"), Flatten(), Dense(1)]),
    Sequential([Input((20, 1)), LSTM(4), Dense(1)]),
):
    model.compile("adam", "mse")
    model.fit(x, y, verbose=0)

scalar = Sequential([Input((1,)), Dense(4, activation="relu"), Dense(1)])
scalar.compile("sgd", "mse")
scalar.fit(np.linspace(-1, 1, 12), np.linspace(-2, 2, 12), verbose=0)
scalar.predict(np.array([0.5]), verbose=0)
column = Sequential([Input((20,)), Dense(1)])
column.compile("sgd", "mse")
column.fit(x[..., None][..., 0], y[:, None], verbose=0)
