"""Predict the yield of a field from a season of weather.

Silent.
"""
import numpy as np
from tensorflow.keras.layers import *
from tensorflow.keras.models import Sequential

n_days, n_features = 30, 4
X = np.random.rand(50, n_days, n_features)
y = np.random.rand(50)

model = Sequential()
model.add(Input(shape=(n_days, n_features)))
model.add(Conv1D(filters=8, kernel_size=3, activation="relu"))
model.add(MaxPooling1D(pool_size=2))
model.add(Dense(8, activation="relu"))  # [dense-on-multidim-input]
model.add(Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=1, verbose=0)
print(model.predict(X, verbose=0).shape)
