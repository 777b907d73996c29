"""Functions that make functions, lambdas, decorators."""
import functools

import keras
from keras import layers


def logged(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        print("calling", function.__name__)
        return function(*args, **kwargs)

    return inner


def dense_block(units, rate=0.0):
    dense = layers.Dense(units, activation="relu")  # shape: (None, 12) | (None, 6)  # params: 60 | 78

    def apply(x):
        y = dense(x)
        if rate > 0:
            y = layers.Dropout(rate)(y)  # shape: (None, 6)
        return y

    return apply


@logged
def compose(x, *functions):
    for function in functions:
        x = function(x)
    return x


scale = lambda factor: lambda t: t * factor
widen = lambda t, n=3: layers.Dense(n * t.shape[-1])(t)  # shape: (None, 18)  # params: 126

inputs = keras.Input((4,))
out = compose(inputs, dense_block(12), dense_block(6, rate=0.3), scale(2.0), widen)
total = layers.Lambda(lambda t: keras.ops.sum(t, axis=-1, keepdims=True))(out)  # shape: (None, 1)
model = keras.Model(inputs, total)  # output: (None, 1)  # total: 264
