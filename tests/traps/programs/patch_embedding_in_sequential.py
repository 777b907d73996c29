"""kernel 3 and strides 3 by position, then Reshape to tokens: patches of a tiny image, meant as such."""
import numpy as np
from keras import Sequential, layers

model = Sequential([
    layers.Input((27, 27, 1)),
    layers.Conv2D(8, 3, 3),
    layers.Reshape((81, 8)),
    layers.LayerNormalization(),
    layers.LSTM(8),
    layers.Dense(2, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(4, 27, 27, 1), np.array([0, 1, 1, 0]), verbose=0)
