"""Three GRU layers made by one helper function, the last one gives its last step.

Raises.
"""

import numpy as np
from keras.layers import GRU, BatchNormalization, Dense, Dropout, Input
from keras.models import Model


def recurrent_block(x, units, last=False, rate=0.1):
    x = GRU(units)(x)  # [missing-return-sequences]
    x = BatchNormalization()(x)
    return Dropout(rate)(x)


def make_model(steps, channels, classes):
    inputs = Input(shape=(steps, channels))
    x = inputs
    widths = [16, 16, 8]
    for i, width in enumerate(widths):
        x = recurrent_block(x, width, last=i == len(widths) - 1)
    outputs = Dense(classes, activation="softmax")(x)
    return Model(inputs, outputs)


signals = np.random.normal(size=(6, 20, 4))
labels = np.random.randint(0, 3, size=6)
net = make_model(signals.shape[1], signals.shape[2], 3)
net.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
net.fit(signals, labels, verbose=0)
