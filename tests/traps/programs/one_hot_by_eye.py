"""np.eye(3)[labels] is a one-hot matrix, though labels alone is (n,): categorical_crossentropy fits."""
import numpy as np
from keras import Sequential, layers
from sklearn.datasets import load_iris

iris = load_iris()
X, labels = iris.data, iris.target
Y = np.eye(3)[labels]
perm = np.random.permutation(len(X))
X, Y = X[perm], Y[perm]

model = Sequential([layers.Input((4,)), layers.Dense(8, activation="tanh"), layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(X, Y, epochs=2, batch_size=30, validation_split=0.2, verbose=0)
predicted = np.argmax(model.predict(X[:5]), axis=1)
