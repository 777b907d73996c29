"""Segment images with a small U-Net.

Raises.
"""
import keras
from keras import layers

SIZE = 90


def down(x, filters):
    skip = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return skip, layers.MaxPooling2D()(skip)


def up(x, skip, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = layers.concatenate([x, skip])  # [merge-mismatch]
    return layers.Conv2D(filters, 3, padding="same", activation="relu")(x)


def unet(size):
    inputs = keras.Input((size, size, 3))
    skips = []
    x = inputs
    for filters in (4, 8, 16):
        skip, x = down(x, filters)
        skips.append(skip)
    x = layers.Conv2D(16, 3, padding="same")(x)
    for filters, skip in zip((16, 8, 4), reversed(skips)):
        x = up(x, skip, filters)
    return keras.Model(inputs, layers.Conv2D(1, 1, activation="sigmoid")(x))


model = unet(SIZE)
model.summary()
