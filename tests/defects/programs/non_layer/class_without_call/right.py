"""A plain classifier over digits."""
import keras
from keras.layers import Dense, Dropout, Flatten, Input

model = keras.models.Sequential([
    Input((28, 28)),
    Flatten(),
    Dense(16, activation="relu"),
    Dropout(0.5),
    Dense(10, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
