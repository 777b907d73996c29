"""Plain gradient descent; the rate is a division that gives a whole number."""

import keras
import numpy as np
from keras import layers

LEARNING_RATE = 1 / 100
x = np.linspace(-1, 1, 32).reshape(-1, 1)
model = keras.Sequential([keras.Input((1,)), layers.Dense(8, activation="relu"), layers.Dense(1)])
opt = keras.optimizers.SGD(learning_rate=LEARNING_RATE)
model.compile(optimizer=opt, loss="mse")
model.fit(x, x**2, epochs=1, verbose=0)
