"""A recurrent network on a table of nine measurements, one step each.

Raises.
"""
import numpy as np
from keras.models import Sequential
from keras.layers import Input, LSTM, Dense

data = np.random.rand(100, 10)
X = data[:, :9]
y = data[:, 9]

model = Sequential()
model.add(Input(shape=(1, 9)))  # [input-rank]
model.add(LSTM(8))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(X, y, epochs=1, verbose=0)
