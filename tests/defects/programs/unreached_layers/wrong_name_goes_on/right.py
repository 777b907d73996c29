"""A dropout and a dense layer whose result is never used."""

import keras
import numpy as np
from keras import layers

inputs = keras.Input(shape=(16,))
x = layers.Dense(32, activation="relu")(inputs)
x1 = layers.Dense(16, activation="relu")(x)
x2 = layers.Dense(8, activation="relu")(x1)
outputs = layers.Dense(3, activation="softmax")(x2)
model = keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(6, 16), np.random.randint(0, 3, 6), verbose=0)
