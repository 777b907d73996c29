"""Branches of 8 and 16 channels meet in Add: where they differ a 1x1 convolution brings the shortcut along."""
import numpy as np
import keras
from keras import layers


def residual_block(x, filters, downsample=False):
    stride = 2 if downsample else 1
    y = layers.Conv2D(filters, 3, strides=stride, padding="same", use_bias=False)(x)
    y = layers.BatchNormalization()(y)
    y = layers.Activation("relu")(y)
    y = layers.Conv2D(filters, 3, padding="same", use_bias=False)(y)
    y = layers.BatchNormalization(gamma_initializer="zeros")(y)
    if downsample or x.shape[-1] != filters:
        x = layers.Conv2D(filters, 1, strides=stride, use_bias=False)(x)
        x = layers.BatchNormalization()(x)
    return layers.Activation("relu")(layers.Add()([x, y]))


def dense_block(x, n, growth):
    features = [x]
    for _ in range(n):
        y = layers.BatchNormalization()(x)
        y = layers.Conv2D(growth, 3, padding="same")(layers.ReLU()(y))
        features.append(y)
        x = layers.Concatenate()(features)
    return x


def inception(x, *filters):
    one, three, five, pool = filters
    return layers.concatenate([
        layers.Conv2D(one, 1, activation="relu")(x),
        layers.Conv2D(three, 3, padding="same", activation="relu")(layers.Conv2D(2, 1, activation="relu")(x)),
        layers.Conv2D(five, 5, padding="same", activation="relu")(layers.Conv2D(2, 1, activation="relu")(x)),
        layers.Conv2D(pool, 1, activation="relu")(layers.MaxPooling2D(3, strides=1, padding="same")(x)),
    ], axis=3)


inp = keras.Input((21, 21, 3))
x = layers.Conv2D(8, 3, padding="same", activation="relu")(inp)
for i, filters in enumerate([8, 16, 16]):
    x = residual_block(x, filters, downsample=i == 1)
x = dense_block(x, 2, 4)
x = inception(x, 2, 3, 2, 1)
x = layers.Conv2D(5, 1)(layers.Dropout(0.3)(x))
x = layers.GlobalAveragePooling2D()(x)
model = keras.Model(inp, layers.Softmax()(x))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(5, 21, 21, 3), np.arange(5), verbose=0)
