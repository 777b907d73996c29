"""A critic of pictures, taken over from a program for another framework.

Silent.
"""
import keras
from keras import layers

CHANNELS, ROWS, COLS = 3, 64, 64


def critic(shape=(CHANNELS, ROWS, COLS), widths=(8, 16)):
    image = keras.Input(shape=shape)  # [channels-first-shape]
    x = image
    for width in widths:
        x = layers.Conv2D(width, 5, strides=2, padding="same")(x)
        x = layers.LeakyReLU(0.2)(x)
    x = layers.Flatten()(x)
    return keras.Model(image, layers.Dense(1)(x), name="critic")


net = critic()
net.summary()
