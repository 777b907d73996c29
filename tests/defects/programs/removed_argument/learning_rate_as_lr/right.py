"""An optimizer with the name of the learning rate of Keras 2."""

import keras
import numpy as np
from keras import layers

LEARNING_RATE = 1e-3
EPOCHS = 1

model = keras.Sequential(
    [keras.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(1)]
)
opt = keras.optimizers.Adam(learning_rate=LEARNING_RATE)
model.compile(optimizer=opt, loss="mse")
model.fit(np.random.rand(8, 4), np.random.rand(8), epochs=EPOCHS, verbose=0)
