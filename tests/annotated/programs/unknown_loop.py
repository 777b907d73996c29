"""A loop whose bound only a run knows: what keeps its shape stays known."""
import sys

import keras
from keras import layers

repeats = len(sys.argv) + 1
inputs = keras.Input((10,))
x = layers.Dense(16)(inputs)  # shape: (None, 16)
width = 16
for _ in range(repeats):
    x = layers.Dropout(0.1)(x)
    width = width * 2
y = layers.Dense(4)(x)  # shape: (None, 4)  # params: 68
z = layers.Dense(width)(y)  # shape: (None, ?)
model = keras.Model(inputs, y)
