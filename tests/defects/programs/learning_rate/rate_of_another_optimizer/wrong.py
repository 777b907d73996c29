"""Adadelta was replaced by Adam and left its rate behind.

Silent.
"""

import keras
import numpy as np
from keras.layers import Dense, Input

settings = {"units": 16, "rate": 1.0, "batch": 4}


def network(units, rate, **_):
    model = keras.models.Sequential()
    model.add(Input((3,)))
    model.add(Dense(units, activation="relu"))
    model.add(Dense(1))
    optimizer = keras.optimizers.Adam(rate)  # [learning-rate]
    model.compile(loss="mse", optimizer=optimizer)
    return model


model = network(**settings)
model.fit(np.random.rand(8, 3), np.random.rand(8), batch_size=settings["batch"], verbose=0)
