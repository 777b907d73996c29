"""The training arrays once more as validation data.

Silent.
"""

import numpy as np
from keras.layers import Dense, Input
from keras.models import Sequential

X = np.random.rand(20, 4)
y = X.sum(axis=1)
model = Sequential([Input((4,)), Dense(8, activation="relu"), Dense(1)])
model.compile("adam", "mse")
model.fit(X, y, epochs=1, validation_data=(X, y), verbose=0)  # [validation-on-training-data]
