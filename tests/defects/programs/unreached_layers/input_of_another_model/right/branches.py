from tensorflow import keras
from tensorflow.keras import layers


def two_branches(width_a, width_b):
    first = keras.Input((width_a,), name="first")
    second = keras.Input((width_b,), name="second")
    a = layers.Dense(4, activation="relu")(first)
    b = layers.Dense(4, activation="relu")(second)
    merged = layers.concatenate([a, b])
    return keras.Model([first, second], layers.Dense(1)(merged))
