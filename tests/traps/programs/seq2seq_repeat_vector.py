"""RepeatVector and TimeDistributed(Dense(1)) answer a window of 6 steps with 4: targets are (n, 4, 1)."""
import numpy as np
import keras
from keras.layers import LSTM, Dense, Input, RepeatVector, TimeDistributed

n_in, n_out = 6, 4


def windows(series):
    X, y = [], []
    for i in range(len(series) - n_in - n_out + 1):
        X.append(series[i : i + n_in])
        y.append(series[i + n_in : i + n_in + n_out])
    X, y = np.array(X), np.array(y)
    return X.reshape((X.shape[0], n_in, 1)), y.reshape((y.shape[0], n_out, 1))


X, y = windows(np.arange(40) / 40)
model = keras.Sequential()
model.add(Input((n_in, 1)))
model.add(LSTM(8, activation="relu"))
model.add(RepeatVector(n_out))
model.add(LSTM(8, activation="relu", return_sequences=True))
model.add(TimeDistributed(Dense(4, activation="relu")))
model.add(TimeDistributed(Dense(1)))
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=1, verbose=0)
x_input = np.array([0.5, 0.52, 0.55, 0.57, 0.6, 0.62]).reshape((1, n_in, 1))
yhat = model.predict(x_input, verbose=0)
