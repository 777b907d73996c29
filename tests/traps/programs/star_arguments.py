"""Layers are made from rows of a table with *args and **kwargs: names and counts of arguments are right."""
import numpy as np
import keras
from keras import layers

SPEC = [
    ("Conv2D", (4, 3), {"activation": "relu", "padding": "same"}),
    ("MaxPooling2D", (), {}),
    ("Conv2D", (8, (3, 3)), dict(activation="relu")),
    ("Flatten", (), {}),
    ("Dense", (10,), {"activation": "softmax"}),
]
COMMON = {"optimizer": "adam", "metrics": ["accuracy"]}


def conv_bn(x, *args, activation="relu", **kwargs):
    kwargs.setdefault("use_bias", False)
    x = layers.Conv2D(*args, **kwargs)(x)
    x = layers.BatchNormalization()(x)
    return layers.Activation(activation)(x) if activation else x


model = keras.Sequential([keras.Input((16, 16, 1)), *(getattr(layers, n)(*a, **k) for n, a, k in SPEC)])
model.compile(loss="sparse_categorical_crossentropy", **COMMON)
model.fit(np.random.rand(10, 16, 16, 1), np.arange(10), verbose=0)

inp = keras.Input((16, 16, 1))
x = conv_bn(inp, 4, 3, strides=2)
x = conv_bn(x, *[8, (3, 3)], activation=None, padding="same")
first, *rest, last = [x, layers.ReLU()(x), layers.GlobalMaxPooling2D()(x)]
model = keras.Model(inp, layers.Dense(2)(last))
