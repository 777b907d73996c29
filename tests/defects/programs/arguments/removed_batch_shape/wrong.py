"""A stateful network that gets four sequences at a time.

Raises.
"""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

batch_size, steps, features = 4, 6, 2

model = Sequential()
model.add(LSTM(8, batch_input_shape=(batch_size, steps, features), stateful=True))  # [removed-argument]
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam")
model.fit(np.zeros((8, steps, features)), np.zeros(8), batch_size=batch_size, epochs=1, verbose=0)
