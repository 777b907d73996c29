"""Ids beyond the table are taken modulo, clipped, shifted or looked up before the Embedding sees them."""
import numpy as np
import pandas as pd
import keras
from keras import layers, ops

raw = np.array([[3, 250, 999], [17, 1000, 4], [5, 6, 7]])


def net(rows):
    return keras.Sequential([layers.Embedding(rows, 4), layers.Flatten(), layers.Dense(1)])


net(100)(raw % 100)
net(50)(np.clip(raw, 0, 49))
net(int(raw.max() - raw.min()) + 1)(raw - raw.min())
net(int(raw.max()) + 1).predict(raw, verbose=0)
values, inverse = np.unique(raw, return_inverse=True)
net(len(values))(inverse.reshape(raw.shape))
inp = keras.Input((3,), dtype="int32")
x = layers.Embedding(10, 4)(inp % 10)
x = ops.concatenate([x, layers.Embedding(4, 2)(ops.minimum(inp, 3))], axis=-1)
model = keras.Model(inp, layers.GlobalAveragePooling1D()(x))
model.predict(raw, verbose=0)
cities = pd.Series(["Rome", "Oslo", "Rome", "Bern"]).astype("category")
city = keras.Sequential([layers.Embedding(len(cities.cat.categories), 3), layers.Flatten()])
city(cities.cat.codes.values[:, None])
lookup = layers.StringLookup(vocabulary=["a", "b", "c"])
words = keras.Sequential([layers.Embedding(lookup.vocabulary_size(), 2)])
words(lookup([["a", "zebra"]]))
