"""An encoder and decoder with skip connections kept in a list."""
from tensorflow.keras import Model
from tensorflow.keras.layers import Concatenate, Conv2D, Conv2DTranspose, Cropping2D, Input, MaxPooling2D


def double(x, n):
    for _ in "ab":
        x = Conv2D(n, 3, activation="relu", padding="same")(x)
    return x


def unet(size=64, base=4, depth=3, classes=2):
    inputs = Input((size, size, 1))
    skips, x = [], inputs
    for level in range(depth):
        x = double(x, base * 2**level)
        skips.append(x)
        x = MaxPooling2D()(x)  # shape: (None, 32, 32, 4) | (None, 16, 16, 8) | (None, 8, 8, 16) | (None, 24, 24, 4) | (None, 12, 12, 8)
    x = double(x, base * 2**depth)
    while skips:
        skip = skips.pop()
        x = Conv2DTranspose(skip.shape[-1], 2, strides=2)(x)  # shape: (None, 16, 16, 16) | (None, 32, 32, 8) | (None, 64, 64, 4) | (None, 24, 24, 8) | (None, 48, 48, 4)
        x = double(Concatenate()([skip, x]), skip.shape[-1])  # shape: (None, 16, 16, 32) | (None, 32, 32, 16) | (None, 64, 64, 8) | (None, 24, 24, 16) | (None, 48, 48, 8)
    return Model(inputs, Conv2D(classes, 1)(x))  # shape: (None, 64, 64, 2) | (None, 48, 48, 1)  # params: 10 | 5


big = unet()
small = unet(48, depth=2, classes=1)
cropped = Cropping2D(1)(small.output)  # shape: (None, 46, 46, 1)  # [unreached-layers]
