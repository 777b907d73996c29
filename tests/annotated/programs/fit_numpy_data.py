"""Shapes from numpy data."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(40, 12)).astype("float32")
x = x.reshape((-1, 6, 2))
y = np.random.randint(0, 3, size=(40,))
targets = np.eye(3)[y]
n, steps, features = x.shape

model = keras.Sequential()  # output: (None, 3)  # total: 275
model.add(layers.Input(shape=x.shape[1:]))
model.add(layers.GRU(7))  # shape: (None, 7)  # params: 231
model.add(layers.Dense(4, activation="relu"))  # shape: (None, 4)  # params: 32
model.add(layers.Dense(targets.shape[1], activation="softmax", use_bias=False))  # shape: (None, 3)  # params: 12
model.compile("sgd", "categorical_crossentropy")
model.fit(x, targets, epochs=1, verbose=0)

flat = np.concatenate([x[..., 0], x[..., 1]], axis=1)
stacked = np.stack([flat, flat * 2, np.zeros_like(flat)], axis=-1)[:, ::2]
other = keras.Sequential([  # output: (None, 1)  # total: 25
    keras.Input(stacked.shape[1:]),
    layers.Conv1D(2, 3),  # shape: (None, 4, 2)  # params: 20
    layers.GlobalMaxPooling1D(),  # shape: (None, 2)
    layers.Dense(len(np.array([1])) * 1),  # shape: (None, 1)
    layers.PReLU(),  # shape: (None, 1)
    layers.Rescaling(2.0),  # shape: (None, 1)
    layers.Dense(1, use_bias=False),  # shape: (None, 1)
])
other.compile(loss="mse", optimizer="rmsprop")
other.fit(stacked, np.arange(40.0), batch_size=8, verbose=0)
