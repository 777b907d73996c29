"""A small ResNet from nested helper functions."""
import keras
from keras.layers import (
    Activation, Add, BatchNormalization, Conv2D, Dense, GlobalAveragePooling2D, Input, MaxPooling2D, ZeroPadding2D,
)


def residual_block(x, filters, stride=1):
    shortcut = x
    y = conv_bn(x, filters, 3, stride)
    y = conv_bn(y, filters, 3, act=False)
    if stride != 1 or shortcut.shape[-1] != filters:
        shortcut = conv_bn(shortcut, filters, 1, stride, act=False)
    return Activation("relu")(Add()([y, shortcut]))


def conv_bn(x, filters, kernel, stride=1, act=True):
    x = Conv2D(filters, kernel, strides=stride, padding="same", use_bias=False)(x)
    x = BatchNormalization()(x)
    return Activation("relu")(x) if act else x


def build(stages=((2, 16), (2, 32)), classes=10):
    inputs = Input((57, 57, 3))
    x = ZeroPadding2D(3)(inputs)  # shape: (None, 63, 63, 3)
    x = Conv2D(8, 7, strides=2)(x)  # shape: (None, 29, 29, 8)  # params: 1184
    x = MaxPooling2D(3, 2, padding="same")(x)  # shape: (None, 15, 15, 8)
    for i, (blocks, filters) in enumerate(stages):
        for j in range(blocks):
            x = residual_block(x, filters, stride=2 if i > 0 and j == 0 else 1)
    x = GlobalAveragePooling2D()(x)  # shape: (None, 32)
    return keras.Model(inputs, Dense(classes)(x), name="resnet")  # shape: (None, 10)


model = build()
model.summary()
top = Dense(1)(model.layers[-3].output)  # shape: (None, 8, 8, 1)  # params: 33  # [unreached-layers]
check = Dense(2)(model.output)  # shape: (None, 2)  # params: 22  # [unreached-layers]
