"""trainable changes between two fits without compile in between: the second fit is of another model, compiled after."""
import numpy as np
import keras
from keras import layers


def head(base, units):
    base.trainable = units == 1
    model = keras.Sequential([base, layers.Dense(units, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy")
    return model


base = keras.Sequential([keras.Input((6,)), layers.Dense(4, activation="relu")])
x = np.random.rand(12, 6)
first = head(base, 1)
first.fit(x, np.random.randint(0, 2, 12), verbose=0)
second = head(base, 3)
second.fit(x, np.random.randint(0, 2, (12, 3)), verbose=0)

model = keras.Sequential([keras.Input((6,)), layers.Dense(4, activation="relu"), layers.Dense(1)])
for stage, frozen in enumerate([True, False]):
    for layer in model.layers[:1]:
        layer.trainable = not frozen
    model.compile(keras.optimizers.Adam(1e-3 / 10**stage), "mse")
    model.fit(x, np.random.rand(12), verbose=0)
model.trainable = False
model.evaluate(x, np.random.rand(12), verbose=0)
