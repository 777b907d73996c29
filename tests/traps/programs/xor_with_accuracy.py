"""accuracy of a linear output under mse: the targets are 0 and 1, and Keras compares with 0.5."""
import numpy as np
from keras.layers import Dense, Input
from keras.models import Sequential

training_data = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], "float32")
target_data = np.array([[0], [1], [1], [0]], "float32")

model = Sequential()
model.add(Input((2,)))
model.add(Dense(16, activation="relu"))
model.add(Dense(1))
model.compile(loss="mean_squared_error", optimizer="adam", metrics=["binary_accuracy"])
model.fit(training_data, target_data, epochs=2, verbose=0)
print(model.predict(training_data, verbose=0).round())

parity = Sequential([Input((2,)), Dense(8, activation="tanh"), Dense(1, activation="sigmoid")])
parity.compile(loss="mean_squared_error", optimizer="sgd", metrics=["accuracy"])
parity.fit(training_data, np.logical_xor(training_data[:, 0] > 0.5, training_data[:, 1] > 0.5), verbose=0)
