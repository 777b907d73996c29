"""tanh under a classification loss: hinge wants labels of -1 and 1, which is what tanh covers."""
import numpy as np
from keras.layers import Dense, Input
from keras.models import Sequential
from keras.optimizers import SGD
from sklearn.datasets import make_circles

X, y = make_circles(n_samples=100, noise=0.1, random_state=1)
y[np.where(y == 0)] = -1
n_train = 50
trainX, testX = X[:n_train, :], X[n_train:, :]
trainy, testy = y[:n_train], y[n_train:]

model = Sequential()
model.add(Input((2,)))
model.add(Dense(10, activation="relu", kernel_initializer="he_uniform"))
model.add(Dense(1, activation="tanh"))
opt = SGD(learning_rate=0.01, momentum=0.9)
model.compile(loss="hinge", optimizer=opt, metrics=["accuracy"])
history = model.fit(trainX, trainy, validation_data=(testX, testy), epochs=2, verbose=0)
