"""Layers and their classes are passed around as values: partials, reduce, factories, cells, wrappers."""
import functools

import numpy as np
import keras
from keras import layers
from keras.layers import RNN, Bidirectional, Dense, GRUCell, Input, LSTMCell, TimeDistributed

ReluDense = functools.partial(Dense, activation="relu", kernel_initializer="he_normal")


def stack(x, *parts):
    return functools.reduce(lambda value, layer: layer(value), parts, x)


def times(n, make, *args):
    return [make(*args) for _ in range(n)]


def compose(*functions):
    return lambda x: functools.reduce(lambda a, f: f(a), functions, x)


inp = Input((7, 3))
x = RNN([LSTMCell(4), GRUCell(5)], return_sequences=True)(inp)
x = Bidirectional(layers.LSTM(4, return_sequences=True), backward_layer=layers.GRU(4, return_sequences=True, go_backwards=True))(x)
x = TimeDistributed(keras.Sequential([ReluDense(6), Dense(3)]))(x)
x = stack(x, layers.Flatten(), *times(2, ReluDense, 8))
block = compose(ReluDense(4), layers.BatchNormalization(), layers.ReLU())
out = Dense(2, activation="softmax")(block(x))
model = keras.Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(4, 7, 3), np.array([0, 1, 1, 0]), verbose=0)

plain = keras.Sequential([Input((3,)), *[cls(4) for cls in (ReluDense, Dense)], *map(layers.Activation, ["tanh"])])
print(plain.output_shape)
