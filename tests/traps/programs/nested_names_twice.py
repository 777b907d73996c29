"""The same layer names occur in two sub-models and in two branches: each model has its own name space."""
import numpy as np
import keras
from keras import layers


def tower(name, width):
    inp = keras.Input((width,), name="input")
    x = layers.Dense(6, activation="relu", name="hidden")(inp)
    return keras.Model(inp, layers.Dense(3, name="out")(x), name=name)


left, right = tower("left", 4), tower("right", 5)
a, b = keras.Input((4,), name="a"), keras.Input((5,), name="b")
x = layers.concatenate([left(a), right(b)], name="join")
for i in range(2):
    x = layers.Dense(6, activation="relu", name=f"hidden_{i}")(x)
hidden = layers.Dense(4, activation="relu", name="hidden")
x = layers.Add()([hidden(x), hidden(layers.Dropout(0.1)(x))])
model = keras.Model([a, b], layers.Dense(1, name="out")(x))
model.compile("adam", "mse")
model.fit({"a": np.random.rand(4, 4), "b": np.random.rand(4, 5)}, np.random.rand(4), verbose=0)
for run in range(2):
    m = keras.Sequential(name="net")
    m.add(layers.Dense(4, activation="relu", name="first"))
    m.add(layers.Dense(1, name="last"))
    m.build((None, 4))
