"""A stateful LSTM with batch_shape, fed one step at a time and reset by hand: shapes (1, 1, 1) are meant."""
import numpy as np
from keras.layers import LSTM, Dense, Input
from keras.models import Sequential

series = np.sin(np.arange(60) / 5.0).astype("float32")
X, y = series[:-1].reshape(-1, 1, 1), series[1:]
n_batch, n_epoch, n_neurons = 1, 1, 4

model = Sequential()
model.add(Input(batch_shape=(n_batch, X.shape[1], X.shape[2])))
model.add(LSTM(n_neurons, stateful=True))
model.add(Dense(1))
model.compile(loss="mean_squared_error", optimizer="adam")
for i in range(n_epoch):
    model.fit(X, y, epochs=1, batch_size=n_batch, verbose=0, shuffle=False)
    model.layers[0].reset_states()

forecasts = []
last = X[-1]
for _ in range(5):
    yhat = model.predict(last.reshape(1, 1, 1), batch_size=n_batch, verbose=0)
    forecasts.append(float(yhat[0, 0]))
    last = yhat
