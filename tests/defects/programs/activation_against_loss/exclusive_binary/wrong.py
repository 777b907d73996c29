"""Each of the digits is exactly one of ten; softmax gives the probabilities.

Silent.
"""
import keras
from keras.datasets import mnist

CONFIG = {"hidden": 16, "classes": 10, "loss": "binary_crossentropy"}

(x, y), _ = mnist.load_data()
x = x.reshape(-1, 28 * 28).astype("float32") / 255
y = keras.utils.to_categorical(y, CONFIG["classes"])

net = keras.Sequential()
net.add(keras.layers.InputLayer(shape=(28 * 28,)))
net.add(keras.layers.Dense(CONFIG["hidden"], activation="relu"))
net.add(keras.layers.Dense(CONFIG["classes"], activation="softmax"))  # [activation-against-loss]
net.compile(optimizer="adam", loss=CONFIG["loss"], metrics=["accuracy"])
net.fit(x, y, epochs=1, verbose=0)
