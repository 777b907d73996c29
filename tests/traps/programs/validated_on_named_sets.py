"""validation_data has the names of the training data, which by then hold the held-out part."""
import numpy as np
import keras
from keras import layers


def split(x, y, fraction=0.8):
    n = int(len(x) * fraction)
    return (x[:n], y[:n]), (x[n:], y[n:])


X, Y = np.random.rand(50, 4), np.random.rand(50)
train, val = split(X, Y)
model = keras.Sequential([keras.Input((4,)), layers.Dense(4, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse")
x, y = train
model.fit(x, y, validation_data=val, verbose=0)
x, y = val
model.evaluate(x, y, verbose=0)
model.fit(*train, validation_data=(x, y), epochs=1, verbose=0)
folds = np.array_split(np.arange(50), 5)
for i in range(2):
    keep = np.concatenate(folds[:i] + folds[i + 1 :])
    model.fit(X[keep], Y[keep], validation_data=(X[folds[i]], Y[folds[i]]), verbose=0)
