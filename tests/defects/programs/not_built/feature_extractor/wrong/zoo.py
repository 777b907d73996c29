import tensorflow as tf


def make_classifier(classes):
    return tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(16, activation="relu", name="features"),
        tf.keras.layers.Dense(classes, activation="softmax"),
    ])
