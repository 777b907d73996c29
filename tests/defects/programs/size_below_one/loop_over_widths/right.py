"""A loop over widths halves short signals once too often."""

import keras
import numpy as np
from keras.layers import Conv1D, Dense, GlobalAveragePooling1D, MaxPool1D

STEPS = 30
params = dict(widths=[8, 8, 16, 16], kernel=5, pool=2)

x = inputs = keras.Input((STEPS, 2))
for width in params["widths"]:
    x = Conv1D(width, params["kernel"], activation="relu", padding="same")(x)
    x = MaxPool1D(params["pool"])(x)
x = GlobalAveragePooling1D()(x)
model = keras.Model(inputs, Dense(1)(x))
model.compile("adam", "mse")
model.fit(np.zeros((4, STEPS, 2)), np.zeros(4), verbose=0)
