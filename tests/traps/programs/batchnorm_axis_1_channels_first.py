"""BatchNormalization(axis=1) is right here: permuted maps are normalized with the channels in front."""
import numpy as np
import keras
from keras import layers

inputs = keras.Input((3, 16, 16))
x = layers.BatchNormalization(axis=1)(inputs)
x = layers.Permute((2, 3, 1))(x)
x = layers.Conv2D(4, 3, activation="relu")(x)
x = layers.Permute((3, 1, 2))(x)
x = layers.BatchNormalization(axis=1)(x)
x = layers.GlobalAveragePooling2D(data_format="channels_first")(x)
outputs = layers.Dense(5, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(np.random.rand(10, 3, 16, 16), np.arange(10) % 5, verbose=0)
