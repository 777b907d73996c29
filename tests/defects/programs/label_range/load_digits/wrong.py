"""Digits of eight by eight pixels.

Raises.
"""
import keras
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
n_samples = len(digits.images)
X = digits.images.reshape((n_samples, -1)) / 16
y = digits.target

inputs = keras.Input((64,))
x = keras.layers.Dense(16, activation="relu")(inputs)
outputs = keras.layers.Dense(9, activation="softmax")(x)  # [label-range]
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(X, y, epochs=1, batch_size=128, verbose=0)
