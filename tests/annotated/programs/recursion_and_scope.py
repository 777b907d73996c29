"""Recursion, global and nonlocal names, functions in tables, default arguments that are shared."""
import keras
from keras import layers

counter = 0


def named(prefix):
    global counter
    counter += 1
    return f"{prefix}_{counter}"


def make_counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n

    return step


def grow(x, made=[]):
    made.append(layers.Dense(len(made) + 1, name=named("grow")))  # shape: (None, 1) | (None, 2) | (None, 3)
    return made[-1](x)


def stack(x, depth):
    if depth == 0:
        return x
    return stack(layers.Dropout(0.1)(x), depth - 1)  # shape: 2 * (None, 3)


inputs = keras.Input((4,))
step = make_counter()
x = inputs
for _ in range(3):
    x = grow(x)
x = stack(x, 2)
step(), step(by=3)
blocks = {"narrow": lambda n: layers.Dense(n), "wide": lambda n: layers.Dense(n * 10)}  # shape: (None, 5) | (None, 50)
outputs = [blocks[kind](step())(x) for kind in ("narrow",)]
other = blocks["wide"](step(0))(x)
model = keras.Model(inputs, outputs + [other])  # output: [(None, 5), (None, 50)]
