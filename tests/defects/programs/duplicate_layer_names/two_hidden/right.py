"""Hidden layers with names, of which one was copied."""

import keras
from keras import layers

model = keras.Sequential(name="digits")
model.add(keras.Input((784,)))
model.add(layers.Dense(32, activation="relu", name="hidden"))
model.add(layers.Dense(16, activation="relu", name="hidden_2"))
model.add(layers.Dense(10, activation="softmax", name="output"))
model.summary()
