import keras
from keras import layers, ops


def make_siamese(shape):
    tower = keras.Sequential(
        [keras.Input(shape), layers.Conv2D(4, 5, activation="relu"), layers.Flatten(), layers.Dense(8)]
    )
    a, b = keras.Input(shape), keras.Input(shape)
    distance = layers.Lambda(lambda pair: ops.abs(pair[0] - pair[1]))([tower(a), tower(b)])
    return keras.Model([a, b], layers.Dense(1, activation="sigmoid")(distance))
