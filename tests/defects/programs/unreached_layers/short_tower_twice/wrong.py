"""Two towers in a class, of which one is joined with itself.

Silent.
"""

import keras
import numpy as np
from keras.layers import Concatenate, Conv1D, Dense, GlobalMaxPooling1D, Input


class TextCNN:
    def __init__(self, steps, width):
        self.inputs = Input((steps, width))

    def build(self):
        short = Conv1D(4, 2, activation="relu")(self.inputs)
        short = GlobalMaxPooling1D()(short)
        long = Conv1D(4, 5, activation="relu")(self.inputs)
        long = GlobalMaxPooling1D()(long)  # [unreached-layers]
        joined = Concatenate()([short, short])
        return keras.Model(self.inputs, Dense(1, activation="sigmoid")(joined))


model = TextCNN(10, 8).build()
model.compile("adam", "binary_crossentropy")
model.fit(np.random.rand(4, 10, 8), np.array([0, 1, 1, 0]), verbose=0)
