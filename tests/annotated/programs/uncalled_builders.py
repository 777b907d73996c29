"""Builders that nobody calls: defaults are taken, other parameters are symbols."""
# keras runs: build_default(); build_classifier(7, 10); Trainer().model()
import keras
from keras import layers


def build_default(units=32, n_classes=4):
    model = keras.Sequential()
    model.add(keras.Input((9,)))
    model.add(layers.Dense(units))  # shape: (None, 32)  # params: 320
    model.add(layers.Dense(n_classes))  # shape: (None, 4)  # params: 132
    return model


def build_classifier(n_classes, n_features):
    inputs = keras.Input(shape=(n_features,))
    x = layers.Flatten()(inputs)
    x = layers.Dense(16)(x)  # shape: (None, 16)
    x = layers.Dense(5)(x)  # shape: (None, 5)  # params: 85
    outputs = layers.Dense(n_classes, activation="softmax")(x)  # shape: (None, ?)
    return keras.Model(inputs, outputs)


class Trainer:
    size = 6

    def __init__(self, depth=2):
        self.depth = depth

    def model(self):
        model = keras.Sequential([keras.Input((self.size,))])
        for _ in range(self.depth):
            model.add(layers.Dense(self.size * 2))  # shape: 2 * (None, 12)  # params: 84 | 156
        return model


if __name__ == "__never__":
    build_default(3)
