"""Grades from 1 to 3 for a few exams.

Raises.
"""
import numpy as np
from keras.models import Sequential
from keras.layers import Dense, Input

X = np.array([[0.2, 0.9], [0.4, 0.1], [0.8, 0.8], [0.1, 0.3], [0.5, 0.5], [0.9, 0.2]])
y = np.array([1, 2, 3, 1, 2, 3])

model = Sequential([
    Input((2,)),
    Dense(4, activation="relu"),
    Dense(3, activation="softmax"),  # [label-range]
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=2, verbose=0)
