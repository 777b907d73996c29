"""Tomorrow's price from the last 45 days.

Silent.
"""
import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense, Dropout, Input
from sklearn.preprocessing import MinMaxScaler

prices = np.cumsum(np.random.randn(100)).reshape(-1, 1)
sc = MinMaxScaler(feature_range=(0, 1))
scaled = sc.fit_transform(prices)

X_train, y_train = [], []
for i in range(45, 100):
    X_train.append(scaled[i - 45:i, 0])
    y_train.append(scaled[i, 0])
X_train, y_train = np.array(X_train), np.array(y_train)
X_train = np.reshape(X_train, (X_train.shape[0], X_train.shape[1], 1))

regressor = Sequential()
regressor.add(Input(shape=(X_train.shape[1], 1)))
regressor.add(LSTM(units=4, return_sequences=True))
regressor.add(Dropout(0.2))
regressor.add(LSTM(units=4, return_sequences=True))
regressor.add(Dropout(0.2))
regressor.add(Dense(units=1))  # [target-broadcast-by-loss]
regressor.compile(optimizer="adam", loss="mean_squared_error")
regressor.fit(X_train, y_train, epochs=1, batch_size=32, verbose=0)
