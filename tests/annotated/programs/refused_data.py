"""Data with another width than the model's input."""
import keras
import numpy as np
from keras import layers

data = np.random.rand(100, 9)
X, y = data[:, 0:8], data[:, 8]
model = keras.Sequential([
    keras.Input((7,)),  # [input-size]
    layers.Dense(12, activation="relu"),  # shape: (None, 12)  # params: 96
    layers.Dense(1, activation="sigmoid"),  # shape: (None, 1)
])
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit(X, y, epochs=1, verbose=0)
