"""A dense autoencoder that ends in rows, for square images."""

import keras
from keras import layers

(x_train, _), _ = keras.datasets.mnist.load_data()
x_train = x_train.astype("float32") / 255

model = keras.Sequential([
    keras.Input((28, 28)),
    layers.Flatten(),
    layers.Dense(16, activation="relu"),
    layers.Dense(784, activation="sigmoid"),
    layers.Reshape((28, 28)),
])
model.compile("adam", "binary_crossentropy")
model.fit(x_train, x_train, verbose=0)
