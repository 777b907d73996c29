"""Comprehensions of layers and tensors, generator helpers, star unpacking."""
import itertools

import keras
from keras import layers

SIZES = {"a": 3, "b": 4, "c": 5}
inputs = {name: keras.Input((size,), name=name) for name, size in SIZES.items()}
encoded = [layers.Dense(8, name=f"enc_{name}")(t) for name, t in inputs.items() if name != "b"]  # shape: 2 * (None, 8)  # params: 32 | 48
x = layers.concatenate([*encoded, inputs["b"]])  # shape: (None, 20)


def widths(start, stop):
    n = start
    while n >= stop:
        yield n
        n //= 2


for n in widths(16, 4):
    x = layers.Dense(n)(x)  # shape: (None, 16) | (None, 8) | (None, 4)
first, *rest = [layers.Dense(i + 1)(x) for i in range(4)]  # shape: (None, 1) | (None, 2) | (None, 3) | (None, 4)
joined = layers.Concatenate()(rest)  # shape: (None, 9)
pairs = [layers.Dot(1)([p, q]) for p, q in itertools.combinations(encoded * 1, 2)]  # shape: (None, 1)
outs = tuple(layers.Dense(k)(joined) for k in (2, 3))  # shape: (None, 2) | (None, 3)
model = keras.Model(list(inputs.values()), {"first": first, "pair": pairs[0], "out": outs[-1]})
merged = layers.Average()([layers.Dense(6)(t) for t in outs])  # shape: (None, 6) | 2 * (None, 6)
