import tensorflow as tf
from tensorflow.keras import layers


def dense_net(shape, hidden, outputs):
    inputs = tf.keras.Input(shape=shape)
    x = layers.Dense(hidden, activation="relu")(inputs)
    model = tf.keras.Model(inputs, layers.Dense(outputs, activation="sigmoid")(x))
    model.compile(loss="binary_crossentropy", optimizer="adam")
    return model
