"""A stateful LSTM with the batch size in its input shape."""

import numpy as np
from tensorflow.keras.layers import LSTM, Dense, Input
from tensorflow.keras.models import Sequential

batch_size = 1
X = np.random.rand(4, 3, 1)
y = np.random.rand(4, 1)
model = Sequential()
model.add(Input(batch_shape=(batch_size, X.shape[1], X.shape[2])))
model.add(LSTM(4, stateful=True))
model.add(Dense(1))
model.compile(loss="mean_squared_error", optimizer="adam")
model.fit(X, y, epochs=1, batch_size=batch_size, verbose=0, shuffle=False)
