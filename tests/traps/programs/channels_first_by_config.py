"""(3, 24, 24) is right here: the data format of the whole program was set to channels first."""
import numpy as np
import keras
from keras import layers

keras.config.set_image_data_format("channels_first")
inp = keras.Input(shape=(3, 24, 24))
x = layers.Conv2D(4, 3, activation="relu", padding="same")(inp)
x = layers.BatchNormalization(axis=1)(x)
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(8, 3, activation="relu", padding="same")(x)
x = layers.GlobalAveragePooling2D()(x)
model = keras.Model(inp, layers.Dense(2, activation="softmax")(x))
assert model.count_params() == 112 + 16 + 296 + 18
print(model.output_shape)
