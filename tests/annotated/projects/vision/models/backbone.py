import keras
from keras import layers

from . import heads
from .parts import conv as make_conv


class Block(layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.conv = layers.Conv2D(width, 1)  # shape: (None, 14, 14, 24)  # params: 408
        self.scale = heads.SCALE

    def call(self, x):
        return self.conv(x) * self.scale


def build_backbone(shape):
    inputs = keras.Input(shape)
    x = make_conv(inputs, 8)
    x = make_conv(x, 16, kernel=3)
    x = layers.MaxPooling2D()(x)  # shape: (None, 14, 14, 16)
    return keras.Model(inputs, x)
