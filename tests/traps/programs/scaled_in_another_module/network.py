"""A small convolutional network whose head is as wide as the caller says."""
from keras import Sequential
from keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D


def build(shape, classes):
    model = Sequential([Input(shape)])
    for filters in (4, 8):
        model.add(Conv2D(filters, 3, activation="relu"))
        model.add(MaxPooling2D())
    model.add(Flatten())
    model.add(Dense(classes, activation="softmax"))
    return model
