"""Six numbers in three rows; each unit of the first layer is to see all of them.

Silent.
"""
import numpy as np
import keras
from keras.models import Sequential
from keras.layers import Dense, Activation, Flatten

rows, cols = 3, 2
hidden = 16

model = Sequential()
model.add(keras.Input((rows, cols)))
model.add(Dense(hidden))  # [dense-on-multidim-input]
model.add(Activation("relu"))
model.add(Flatten())
model.add(Dense(4))
model.compile(loss="mean_squared_error", optimizer="SGD")

x = np.arange(rows * cols).reshape((1, rows, cols))
print(model.predict(x, verbose=0).shape)
