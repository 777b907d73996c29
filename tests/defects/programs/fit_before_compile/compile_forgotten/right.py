"""Digits are trained, but nobody compiled the model."""

import tensorflow as tf
from tensorflow.keras import layers, models

(x_train, y_train), (x_test, y_test) = tf.keras.datasets.mnist.load_data()
x_train = x_train[..., tf.newaxis] / 255.0

net = models.Sequential()
net.add(layers.Input((28, 28, 1)))
net.add(layers.Conv2D(4, 3, activation="relu"))
net.add(layers.Flatten())
net.add(layers.Dense(10, activation="softmax"))
net.summary()
net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
history = net.fit(x_train, y_train, epochs=1, verbose=0)
