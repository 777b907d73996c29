from keras import Model
from keras.layers import Dense, Dropout, Flatten


def add_head(base, classes, hidden=8):
    x = base.output
    x = Flatten()(x)
    x = Dense(hidden, activation="relu")(x)
    x = Dropout(0.5)(x)
    return Model(base.input, Dense(classes, activation="softmax")(x))
