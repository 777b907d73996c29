"""The first rows are kept for validation, but only of the inputs."""

import numpy as np
from keras.layers import Dense
from keras.models import Sequential

rng = np.random.default_rng(3)
features = rng.normal(size=(50, 4))
price = features.sum(axis=1, keepdims=True)
VAL = 10
x_val, x_fit = features[:VAL], features[VAL:]
y_val, y_fit = price[:VAL], price[VAL:]

net = Sequential([Dense(8, activation="relu", input_shape=(4,)), Dense(1)])
net.compile(loss="mse", optimizer="sgd")
net.fit(x=x_fit, y=y_fit, validation_data=(x_val, y_val), epochs=1, verbose=0)
