"""Two inputs from slices of one array, given as a tuple and by name; columns overlap on purpose."""
import numpy as np
import keras
from sklearn.datasets import make_regression

X, y = make_regression(60, 8, random_state=0)
X_train, X_valid, y_train, y_valid = X[:45], X[45:], y[:45], y[45:]

input_A = keras.layers.Input(shape=[5], name="wide_input")
input_B = keras.layers.Input(shape=[6], name="deep_input")
hidden1 = keras.layers.Dense(10, activation="relu")(input_B)
hidden2 = keras.layers.Dense(10, activation="relu")(hidden1)
concat = keras.layers.concatenate([input_A, hidden2])
output = keras.layers.Dense(1, name="output")(concat)
aux_output = keras.layers.Dense(1, name="aux_output")(hidden2)
model = keras.Model(inputs=[input_A, input_B], outputs=[output, aux_output])
model.compile(loss=["mse", "mse"], loss_weights=[0.9, 0.1], optimizer="sgd")

X_train_A, X_train_B = X_train[:, :5], X_train[:, 2:]
X_valid_A, X_valid_B = X_valid[:, :5], X_valid[:, 2:]
model.fit(
    (X_train_A, X_train_B), (y_train, y_train), epochs=1,
    validation_data=((X_valid_A, X_valid_B), (y_valid, y_valid)), verbose=0,
)
model.fit({"wide_input": X_train_A, "deep_input": X_train_B}, [y_train, y_train], verbose=0)
y_pred, y_aux = model.predict((X_valid_A[:3], X_valid_B[:3]), verbose=0)
