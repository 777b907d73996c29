"""Activation layers of many kinds, each after a layer that has none of its own (or a linear one)."""
import numpy as np
from keras import Sequential, layers

model = Sequential([
    layers.Input((12, 4)),
    layers.Conv1D(8, 3, activation="linear"),
    layers.LeakyReLU(negative_slope=0.1),
    layers.Conv1D(8, 3, activation=None),
    layers.BatchNormalization(),
    layers.PReLU(),
    layers.Flatten(),
    layers.Dense(8),
    layers.Activation("tanh"),
    layers.Dense(8, activation="relu"),
    layers.ReLU(max_value=6.0),
    layers.Dropout(0.2),
    layers.Dense(4),
    layers.ELU(),
    layers.Dense(3),
    layers.Softmax(),
])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(np.random.rand(8, 12, 4), np.eye(3)[np.arange(8) % 3], verbose=0)
