"""Classify sensor recordings, loaded as one long table, with a GRU.

Raises.
"""
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import GRU, Dense, InputLayer

frame = pd.DataFrame(np.random.rand(40, 6), columns=["ax", "ay", "az", "gx", "gy", "gz"])
frame["walking"] = np.arange(40) % 2

features = frame.drop(columns=["walking"]).values
labels = frame["walking"].values
X_train, X_test, y_train, y_test = train_test_split(features, labels, test_size=0.25)

steps, channels = 1, X_train.shape[1]
model = Sequential()
model.add(InputLayer(shape=(steps, channels)))  # [input-rank]
model.add(GRU(4))
model.add(Dense(1, activation="sigmoid"))
model.compile("adam", "binary_crossentropy")
model.fit(X_train, y_train, epochs=1, verbose=0)
