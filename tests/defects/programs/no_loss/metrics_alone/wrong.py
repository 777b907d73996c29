"""A classifier with metrics, but without a loss.

Raises.
"""

import numpy as np
from keras import Input, Model
from keras.layers import Dense

rows = Input((4,))
model = Model(rows, Dense(3, activation="softmax")(Dense(8, activation="relu")(rows)))
model.compile(optimizer="adam", metrics=["accuracy"])  # [fit-without-loss]
model.fit(np.random.rand(8, 4), np.random.randint(0, 3, 8), verbose=0)
