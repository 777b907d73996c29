"""Two stacked LSTM layers that forecast the next value of a series.

Raises.
"""

import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

LOOK_BACK = 12
FEATURES = 3

series = np.random.rand(40, FEATURES).astype("float32")
X = np.array([series[i : i + LOOK_BACK] for i in range(len(series) - LOOK_BACK)])
y = series[LOOK_BACK:, 0]

model = keras.Sequential(
    [
        keras.Input(shape=(LOOK_BACK, X.shape[2])),
        layers.LSTM(16),  # [missing-return-sequences]
        layers.Dropout(0.2),
        layers.LSTM(8),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=1, batch_size=8, verbose=0)
