"""The first layers are frozen between two trainings, in a function.

Silent.
"""

import numpy as np
from keras import Input, Sequential
from keras.layers import Dense

x, y = np.random.rand(16, 6), np.random.rand(16, 1)


def build():
    model = Sequential([Input((6,)), Dense(8, activation="relu"), Dense(4, activation="relu"), Dense(1)])
    model.compile("adam", "mse")
    return model


def adapt(model, new_x, new_y):
    for layer in model.layers[:-1]:
        layer.trainable = False  # [trainable-after-compile]
    model.fit(new_x, new_y, epochs=1, verbose=0)


regressor = build()
regressor.fit(x, y, epochs=1, verbose=0)
adapt(regressor, x[:4], y[:4])
