import tensorflow as tf
from tensorflow.keras import layers


def make_stack(side, filters, axis, classes):
    model = tf.keras.Sequential([layers.Input((side, side, 3))])
    for n in filters:
        model.add(layers.Conv2D(n, 3, strides=2))
        model.add(layers.BatchNormalization(axis=axis))
        model.add(layers.Activation("relu"))
    model.add(layers.Flatten())
    model.add(layers.Dense(classes, activation="softmax"))
    return model
