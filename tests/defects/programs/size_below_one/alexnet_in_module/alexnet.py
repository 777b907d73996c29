import tensorflow as tf
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D


class AlexNet(tf.keras.Sequential):
    def __init__(self, input_shape, classes):
        super().__init__()
        self.add(Input(shape=input_shape))
        self.add(Conv2D(8, 11, strides=4, activation="relu"))
        self.add(MaxPooling2D(3, strides=2))
        self.add(Conv2D(16, 5, padding="same", activation="relu"))
        self.add(MaxPooling2D(3, strides=2))
        self.add(Conv2D(16, 3, padding="same", activation="relu"))
        self.add(Flatten())
        self.add(Dense(classes, activation="softmax"))
