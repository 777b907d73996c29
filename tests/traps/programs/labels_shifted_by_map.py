"""Digits are remapped by a dict, so that the labels run from 0 though the classes are called 3, 5 and 8."""
import numpy as np
from keras.datasets import mnist
from keras.layers import Dense, Flatten, Input, Rescaling
from keras.models import Sequential

(x_train, y_train), (x_test, y_test) = mnist.load_data()
keep = [3, 5, 8]
mask, mask_test = np.isin(y_train, keep), np.isin(y_test, keep)
x_train, y_train = x_train[mask], y_train[mask]
x_test, y_test = x_test[mask_test], y_test[mask_test]
index = {digit: i for i, digit in enumerate(keep)}
y_train = np.array([index[d] for d in y_train])
y_test = np.vectorize(index.get)(y_test)

model = Sequential([Input((28, 28)), Rescaling(1 / 255), Flatten(), Dense(8, activation="relu"), Dense(len(keep), activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=1, verbose=0)

odd = Sequential([Input((28, 28)), Rescaling(1 / 255), Flatten(), Dense(1, activation="sigmoid")])
odd.compile("adam", "binary_crossentropy")
odd.fit(x_train, (y_train == 2).astype("float32"), verbose=0)
