"""A network from an old book."""
from keras.models import Sequential
from keras.layers import Dense, Dropout, Input

hidden = [16, 8]

model = Sequential()
model.add(Input((10,)))
for units in hidden:
    model.add(Dense(units=units, activation="relu"))
    model.add(Dropout(0.5))
model.add(Dense(1, activation="sigmoid"))
model.summary()
