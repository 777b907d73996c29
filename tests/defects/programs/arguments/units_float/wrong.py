"""Half as many units in each layer as in the one before.

Raises.
"""
import keras
from keras import layers

width = 64
depth = 3

inputs = keras.Input(shape=(20,))
x = inputs
for i in range(depth):
    x = layers.Dense(width / 2 ** i, activation="relu")(x)  # [invalid-argument]
outputs = layers.Dense(1)(x)
keras.Model(inputs, outputs).summary()
