"""Pooling behind a Flatten that came one layer too early."""

import numpy as np
from keras.layers import *
from keras.models import Sequential


def cnn(shape, classes, conv=((8, 3), (16, 3))):
    m = Sequential()
    m.add(Input(shape))
    for n, k in conv:
        m.add(Conv1D(n, k, activation="relu"))
    m.add(MaxPooling1D(2))
    m.add(Flatten())
    m.add(Dense(classes, activation="softmax"))
    return m


ecg = np.random.rand(4, 50, 2)
model = cnn(ecg.shape[1:], 3)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(ecg, np.array([0, 1, 2, 1]), verbose=0)
