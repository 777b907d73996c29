"""Stack an encoder and a decoder, and print what is between them.

Raises.
"""
import keras
from keras import layers


def encoder(code_size=4):
    net = keras.Sequential(name="encoder")
    net.add(layers.Flatten())
    net.add(layers.Dense(16, activation="relu"))
    net.add(layers.Dense(code_size))
    return net


enc = encoder()
code_shape = enc.output_shape[1:]  # [unbuilt-model-attribute]
dec = keras.Sequential([
    keras.Input(code_shape),
    layers.Dense(16, activation="relu"),
    layers.Dense(28 * 28, activation="sigmoid"),
    layers.Reshape((28, 28)),
])
