"""A model of two inputs that gets one joined array.

Raises.
"""

import numpy as np
from keras import Model
from keras.layers import Concatenate, Dense, Embedding, GlobalAveragePooling1D, Input

texts = np.random.randint(0, 100, (8, 12))
numbers = np.random.rand(8, 3)
target = np.random.rand(8, 1)

text_in = Input((12,), name="text")
number_in = Input((3,), name="numbers")
t = GlobalAveragePooling1D()(Embedding(100, 8)(text_in))
n = Dense(8, activation="relu")(number_in)
out = Dense(1)(Concatenate()([t, n]))
model = Model([text_in, number_in], out)
model.compile("adam", "mse")
model.fit(np.hstack([texts, numbers]), target, verbose=0)  # [number-of-inputs]
