"""A series whose number of samples stands first in input_shape."""

import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

n_samples, n_steps, n_features = 20, 6, 2
X = np.random.rand(n_samples, n_steps, n_features)
y = np.random.rand(n_samples)
model = Sequential()
model.add(LSTM(8, input_shape=(n_steps, n_features)))
model.add(Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=1, verbose=0)
