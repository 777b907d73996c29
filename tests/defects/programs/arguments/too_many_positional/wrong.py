"""Layers from a table, with their names behind the other arguments.

Raises.
"""
import keras
from keras import layers


class Decoder:
    """Convolutions, each described by a tuple, and each followed by a larger map."""

    CONVS = [(4, (3, 3)), (8, (3, 3))]

    def __init__(self, side):
        self.net = keras.Sequential(name="decoder")
        self.net.add(keras.Input((side, side, 3)))
        for filters, size in self.CONVS:
            self.net.add(layers.Conv2D(filters, size))
            self.net.add(layers.UpSampling2D(2, None, "nearest", f"up_{filters}"))  # [too-many-arguments]


Decoder(8).net.summary()
