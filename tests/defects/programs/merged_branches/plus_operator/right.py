"""Add the input of a block to its output."""
import keras
from keras import layers


def block(x, units, rate=0.1):
    y = layers.Dense(units, activation="gelu")(x)
    y = layers.Dropout(rate)(y)
    return x + y


inputs = keras.Input((32,))
x = inputs
for units in (32, 32, 32):
    x = block(x, units)
model = keras.Model(inputs, layers.Dense(1)(x))
