"""x, y, model and Dense mean other things later on: what was true of the first does not hold for the second."""
import numpy as np
from keras import Sequential, layers
from keras.layers import Dense, Input

x = np.zeros((30, 4, 3))
y = np.zeros(30)
x = x.reshape(30, -1)
y = y[:, None]
model = Sequential([Input((12,)), Dense(4, activation="relu"), Dense(1)])
model.compile("adam", "mse")
model.fit(x, y, verbose=0)

x, y = np.zeros((10, 6, 6, 1)), np.zeros((10, 3))
y[np.arange(10), np.random.randint(0, 3, 10)] = 1
del model


def Dense(units, **kwargs):
    return layers.Conv2D(units, 1, **kwargs)


model = Sequential([Input((6, 6, 1)), Dense(4, activation="relu"), layers.GlobalMaxPooling2D(), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x, y, verbose=0)
if (n := len(x)) > 5:
    x = x[: n // 2]
model.evaluate(x, y[: len(x)], verbose=0)
