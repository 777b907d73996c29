"""Sizes live in globals, closures, properties, class attributes, context managers and decorated functions."""
import contextlib
import functools

import numpy as np
import keras
from keras import layers

UNITS = 4


def set_units(n):
    global UNITS
    UNITS = n


@contextlib.contextmanager
def units(n):
    old = UNITS
    set_units(n)
    try:
        yield n
    finally:
        set_units(old)


def logged(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        print(f.__name__, args, kwargs)
        return f(*args, **kwargs)

    return wrapper


class Net:
    depth = 2

    def __init__(self, width):
        self._width = width
        self.layers = []

    @property
    def width(self):
        return self._width * 2

    @logged
    def build(self, x):
        for i in range(self.depth):
            self.layers.append(layers.Dense(self.width // (i + 1), activation="relu"))
        for layer in self.layers:
            x = layer(x)
        return x

    @classmethod
    def deep(cls, width):
        net = cls(width)
        net.depth = 4
        return net


def pyramid(x, n):
    return x if n < 2 else pyramid(layers.Dense(n, activation="relu")(x), n // 2)


with units(6) as n:
    inp = keras.Input((n,))
    x = Net(UNITS).build(inp)
assert UNITS == 4
x = Net.deep(UNITS).build(x)
x = pyramid(x, 8)
out = layers.Dense(UNITS)(x)
model = keras.Model(inp, out)
model.compile("adam", "mse")
model.fit(np.random.rand(5, 6), np.random.rand(5, UNITS), verbose=0)
