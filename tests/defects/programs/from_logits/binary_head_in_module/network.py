from dataclasses import dataclass

import keras
from keras import layers


@dataclass
class Settings:
    features: int
    hidden: int = 8
    activation: str = "sigmoid"


def build(settings):
    inputs = keras.Input(shape=(settings.features,))
    x = layers.Dense(settings.hidden, activation="relu")(inputs)
    return keras.Model(inputs, layers.Dense(1, activation=settings.activation)(x))
