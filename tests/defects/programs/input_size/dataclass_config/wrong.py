"""An autoencoder of flattened clothes, its sizes in a dataclass.

Raises.
"""
from dataclasses import dataclass

import keras
from keras.datasets import fashion_mnist


@dataclass
class Config:
    side: int = 32
    code: int = 8
    epochs: int = 1

    @property
    def pixels(self):
        return self.side * self.side


cfg = Config()
(x_train, _), (x_test, _) = fashion_mnist.load_data()
x_train = x_train.reshape((len(x_train), -1)) / 255.0

inp = keras.layers.Input(shape=(cfg.pixels,))  # [input-size]
code = keras.layers.Dense(cfg.code, activation="relu")(inp)
out = keras.layers.Dense(cfg.pixels, activation="sigmoid")(code)
autoencoder = keras.models.Model(inp, out)
autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
autoencoder.fit(x_train, x_train, epochs=cfg.epochs, verbose=0)
