"""An LSTM over table rows that have no axis of steps."""

import numpy as np
from sklearn.datasets import make_classification
from sklearn.preprocessing import StandardScaler
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

X, y = make_classification(n_samples=30, n_features=9, n_informative=5, random_state=2)
X = StandardScaler().fit_transform(X)
X = X.reshape((X.shape[0], X.shape[1], 1))

model = Sequential()
model.add(LSTM(8, input_shape=(X.shape[1], 1)))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(X, y, epochs=1, verbose=0)
