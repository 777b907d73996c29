import keras
from keras import layers


def make_encoder(shape):
    return keras.Sequential([
        keras.Input(shape),
        layers.Conv2D(4, 3, activation="relu"),
        layers.GlobalAveragePooling2D(),
    ])
