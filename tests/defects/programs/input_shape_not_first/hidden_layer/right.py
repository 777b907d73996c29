"""A second layer that states an input shape of its own."""

import numpy as np
from keras.layers import Dense
from keras.models import Sequential

model = Sequential()
model.add(Dense(8, activation="relu", input_shape=(4,)))
model.add(Dense(8, activation="relu"))
model.add(Dense(1))
model.compile("adam", "mse")
model.fit(np.random.rand(6, 4), np.random.rand(6), verbose=0)
