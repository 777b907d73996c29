"""Diabetes yes or no from a table, with softmax on the only unit.

Silent.
"""

import numpy as np
from keras.layers import Dense
from keras.models import Sequential

dataset = np.loadtxt("diabetes.csv", delimiter=",")
X = dataset[:, 0:4]
y = dataset[:, 4]

model = Sequential()
model.add(Dense(12, input_dim=4, activation="relu"))
model.add(Dense(8, activation="relu"))
model.add(Dense(1, activation="softmax"))  # [softmax-over-one-unit]
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=1, batch_size=2, verbose=0)
