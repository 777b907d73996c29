"""Predictions of models become data of another: shapes (n, 3) are joined to (n, 9) for the one that blends."""
import numpy as np
import keras
from keras import layers

x, y = np.random.rand(30, 5), np.arange(30) % 3


def member(i):
    m = keras.Sequential([keras.Input((5,)), layers.Dense(4 + i, activation="relu"), layers.Dense(3, activation="softmax")], name=f"member_{i}")
    m.compile("adam", "sparse_categorical_crossentropy")
    m.fit(x, y, verbose=0)
    return m


members = [member(i) for i in range(3)]
stacked = np.hstack([m.predict(x, verbose=0) for m in members])
blender = keras.Sequential([layers.Input((stacked.shape[1],)), layers.Dense(3, activation="softmax")])
blender.compile("adam", "sparse_categorical_crossentropy")
blender.fit(stacked, y, verbose=0)
votes = np.array([m.predict(x, verbose=0).argmax(1) for m in members])
winner = np.apply_along_axis(lambda v: np.bincount(v, minlength=3).argmax(), 0, votes)
for m in members:
    m.trainable = False
inp = keras.Input((5,))
joined = layers.concatenate([m(inp) for m in members])
out = layers.Dense(3, activation="softmax")(layers.Dense(6, activation="relu")(joined))
whole = keras.Model(inp, out)
whole.compile("adam", "categorical_crossentropy")
whole.fit(x, keras.utils.to_categorical(y), verbose=0)
