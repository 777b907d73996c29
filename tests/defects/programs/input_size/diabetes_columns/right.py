"""Predict diabetes from eight columns of a table."""
from numpy import loadtxt
from keras.models import Sequential
from keras.layers import Dense, Input

# load the dataset
dataset = loadtxt("pima-indians-diabetes.csv", delimiter=",")
# split into input (X) and output (y) variables
X = dataset[:, 0:8]
y = dataset[:, 8]
# define the keras model
model = Sequential()
model.add(Input((8,)))
model.add(Dense(12, activation="relu"))
model.add(Dense(8, activation="relu"))
model.add(Dense(1, activation="sigmoid"))
# compile the keras model
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
# fit the keras model on the dataset
model.fit(X, y, epochs=1, batch_size=10, verbose=0)
_, accuracy = model.evaluate(X, y, verbose=0)
print("Accuracy: %.2f" % (accuracy * 100))
