"""Merge layers get tuples, dict values, maps and generators made into lists; branches of other sizes broadcast."""
import numpy as np
import keras
from keras import layers

a, b = keras.Input((6, 4)), keras.Input((6, 4))
branches = {name: layers.Dense(8, activation="relu", name=name)(t) for name, t in {"left": a, "right": b}.items()}
x = layers.Concatenate()(list(branches.values()))
y = layers.Add()((branches["left"], branches["right"]))
z = layers.Multiply()(list(map(layers.Dense(16), [a, b])))
gate = layers.Dense(1, activation="sigmoid")(x)
x = layers.Multiply()([x, gate])
mean = layers.GlobalAveragePooling1D(keepdims=True)(x)
x = layers.Subtract()([x, mean])
x = layers.Add()([x, z])
x = layers.concatenate([*[x, y], gate], axis=2)
dots = layers.Dot(axes=(2, 2))([y, y])
x = layers.Concatenate(axis=-1)([x, dots])
x = layers.Maximum()([x, x])
heads = [layers.Dense(2)(t) for t in (x, y)]
out = layers.Average()(heads) if len(heads) > 1 else heads[0]
model = keras.Model([a, b], out)
model.compile("adam", "mse")
model.fit([np.random.rand(5, 6, 4)] * 2, np.random.rand(5, 6, 2), verbose=0)
