"""Flat images for training, unflattened images for validation."""

import keras
from keras import layers

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x_train = x_train.reshape((-1, 28 * 28)).astype("float32") / 255
x_test = x_test.reshape((-1, 28 * 28)).astype("float32") / 255

inputs = keras.Input(shape=(28 * 28,))
outputs = layers.Dense(10, activation="softmax")(layers.Dense(16, activation="relu")(inputs))
model = keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, verbose=0, validation_data=(x_test, y_test))
