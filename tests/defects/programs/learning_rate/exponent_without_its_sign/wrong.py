"""Settings of a training run in which 1e-3 lost its minus.

Silent.
"""

from dataclasses import dataclass

import numpy as np
import tensorflow as tf


@dataclass
class Config:
    units: int = 8
    lr: float = 1e3
    epochs: int = 1


def run(cfg):
    model = tf.keras.Sequential([
        tf.keras.layers.Input((4,)),
        tf.keras.layers.Dense(cfg.units, activation="relu"),
        tf.keras.layers.Dense(1),
    ])
    model.compile(optimizer=tf.keras.optimizers.Adam(cfg.lr), loss="mae")  # [learning-rate]
    model.fit(np.random.rand(8, 4), np.random.rand(8), epochs=cfg.epochs, verbose=0)


run(Config())
