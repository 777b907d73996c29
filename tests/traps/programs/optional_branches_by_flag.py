"""Layers are made under flags; those of a branch that is not taken are not part of the model, as meant."""
import numpy as np
from dataclasses import dataclass, field

import keras
from keras import layers


@dataclass
class Config:
    hidden: list = field(default_factory=lambda: [16, 8])
    dropout: float = 0.0
    batchnorm: bool = True
    residual: bool = False
    classes: int = 1


def build(cfg: Config, width: int) -> keras.Model:
    inputs = layers.Input(shape=(width,))
    x = inputs
    for i, units in enumerate(cfg.hidden):
        shortcut = x
        x = layers.Dense(units, use_bias=not cfg.batchnorm, name=f"hidden_{i}")(x)
        if cfg.batchnorm:
            x = layers.BatchNormalization()(x)
        x = layers.Activation("relu")(x)
        if cfg.dropout:
            x = layers.Dropout(cfg.dropout)(x)
        if cfg.residual and shortcut.shape[-1] == units:
            x = layers.add([x, shortcut])
    activation, loss = ("sigmoid", "binary_crossentropy") if cfg.classes == 1 else ("softmax", "sparse_categorical_crossentropy")
    model = keras.Model(inputs, layers.Dense(cfg.classes, activation=activation)(x))
    model.compile("adam", loss)
    return model


x = np.random.rand(12, 8)
build(Config(), 8).fit(x, np.random.randint(0, 2, 12), verbose=0)
build(Config([8, 8], dropout=0.1, residual=True, classes=3), 8).fit(x, np.arange(12) % 3, verbose=0)
