"""Irises by train_test_split, unpacked in the wrong order by a module.

Raises.
"""

from data import load
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Sequential

X_train, X_test, y_train, y_test = load()
model = Sequential()
model.add(Input(shape=(X_train.shape[1],)))
model.add(Dense(8, activation="relu"))
model.add(Dense(3, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=1, verbose=0)  # [sample-counts]
