"""A regression on ten columns.

Raises.
"""
import numpy as np
import keras
from keras.layers import Dense, Input

n_features = 10
x_in = Input(shape=n_features)  # [input-shape-no-tuple]
hidden = Dense(8, activation="relu")(x_in)
y_out = Dense(1)(hidden)
model = keras.Model(inputs=x_in, outputs=y_out)
model.compile("adam", "mse")
model.fit(np.ones((16, n_features)), np.ones(16), epochs=1, verbose=0)
