"""Classify pictures of any size."""
import keras
from keras import layers

inputs = keras.Input(shape=(None, None, 3))
x = layers.Rescaling(1 / 255)(inputs)
for filters in [8, 16]:
    x = layers.Conv2D(filters, 3, activation="relu")(x)
    x = layers.MaxPooling2D()(x)
x = layers.GlobalAveragePooling2D()(x)
outputs = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.summary()
