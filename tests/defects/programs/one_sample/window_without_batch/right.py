"""Forecast one value after the last window of a series."""
import numpy as np
import tensorflow as tf

WINDOW = 24
series = np.sin(np.arange(200) / 10)
X = np.array([series[i:i + WINDOW] for i in range(len(series) - WINDOW)])[..., None]
y = series[WINDOW:]

model = tf.keras.models.Sequential([
    tf.keras.layers.Input(shape=(WINDOW, 1)),
    tf.keras.layers.LSTM(4),
    tf.keras.layers.Dense(1),
])
model.compile(optimizer="adam", loss="mae")
model.fit(X, y, epochs=1, verbose=0)

last = series[-WINDOW:].reshape(1, WINDOW, 1)
forecast = model.predict(last, verbose=0)
print(forecast[0, 0])
