"""Text and numbers joined along the first axis."""

import keras
from keras import layers

a = keras.Input((8,), name="a")
b = keras.Input((8,), name="b")
both = layers.Concatenate(axis=1)([layers.Dense(4)(a), layers.Dense(4)(b)])
out = layers.Dense(1)(layers.ReLU()(both))
model = keras.Model([a, b], out)
model.compile("adam", "mse")
model.summary()
