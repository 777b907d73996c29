"""A Sequential without input shape: built by the data it gets, or never."""
import keras
import numpy as np
from keras import layers

model = keras.Sequential([
    layers.Dense(6, activation="relu"),  # shape: (5, 6)  # params: 30
    layers.Dense(2),  # shape: (5, 2)  # params: 14
])
out = model(np.zeros((5, 4), dtype="float32"))
again = layers.Dense(3)(out)  # shape: (5, 3)  # params: 9

built = keras.Sequential()  # output: (None, 2)  # total: 20
built.add(layers.Dense(3))  # shape: (None, 3)  # params: 12
built.add(layers.Dense(2))  # shape: (None, 2)  # params: 8
built.build((None, 3))

never = keras.Sequential()
never.add(layers.Dense(8))
never.add(layers.Flatten())
