import tensorflow as tf

from settings import HIDDEN


def regression_model(n_features):
    model = tf.keras.Sequential([tf.keras.layers.Input((n_features,))])
    for units in HIDDEN:
        model.add(tf.keras.layers.Dense(units, activation="relu"))
    model.add(tf.keras.layers.Dense(1))
    model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
    return model
