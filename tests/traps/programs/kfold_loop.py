"""The model is built anew in each fold and all sizes come from arrays, frames and a closure."""
import numpy as np
import pandas as pd
from keras import layers, models
from sklearn.model_selection import KFold, StratifiedKFold

frame = pd.DataFrame(np.random.rand(60, 5), columns=list("abcde"))
frame["kind"] = np.random.choice(["x", "y", "z"], 60)
targets = pd.get_dummies(frame.pop("kind")).astype("float32")
X, Y = frame.to_numpy(), targets.values


def factory(n_features, n_classes):
    def make(units=8):
        model = models.Sequential()
        model.add(layers.Input((n_features,)))
        model.add(layers.Dense(units, activation="relu"))
        model.add(layers.Dense(n_classes, activation="softmax"))
        model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
        return model

    return make


make = factory(X.shape[1], Y.shape[1])
scores = []
for train, test in KFold(n_splits=3, shuffle=True, random_state=1).split(X):
    model = make()
    model.fit(X[train], Y[train], epochs=1, verbose=0)
    scores.append(model.evaluate(X[test], Y[test], verbose=0)[1])
for train, test in StratifiedKFold(3).split(X, Y.argmax(1)):
    make(4).fit(X[train], Y[train], validation_data=(X[test], Y[test]), verbose=0)
print(np.mean(scores), np.std(scores))
