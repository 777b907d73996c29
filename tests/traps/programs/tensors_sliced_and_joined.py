"""Time steps are cut out of one tensor, treated on their own and joined again along the step axis."""
import numpy as np
import keras
from keras import layers, ops

inputs = keras.Input((10, 4))
past, recent = inputs[:, :7], inputs[:, 7:, :]
last = inputs[:, -1]
first_channel = inputs[..., 0]
a = layers.Conv1D(4, 3, padding="same", activation="relu")(past)
b = layers.Dense(4, activation="relu")(recent)
joined = layers.Concatenate(axis=1)([a, b])
summary = layers.GlobalMaxPooling1D()(joined)
rolled = ops.concatenate([last, first_channel, summary], axis=-1)
mean, spread = ops.split(rolled, 2, axis=1)
out = layers.Dense(2)(ops.stack([mean, ops.exp(spread)], axis=1)[:, 0])
model = keras.Model(inputs, out)
model.compile("adam", "mse")
model.fit(np.random.rand(8, 10, 4), np.random.rand(8, 2), verbose=0)
