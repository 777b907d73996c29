"""House prices; the last layer kept the width of the hidden ones.

Silent.
"""

import tensorflow as tf
from tensorflow.keras.datasets import california_housing

(x_train, y_train), _ = california_housing.load_data()
y_train = y_train.reshape(-1, 1)
hidden = [16, 8, 4]


class PriceModel:
    def __init__(self, widths):
        self.net = tf.keras.Sequential([tf.keras.Input((8,))])
        for width in widths[:-1]:
            self.net.add(tf.keras.layers.Dense(width, activation="relu"))
        self.net.add(tf.keras.layers.Dense(widths[-1]))  # [units-against-target]

    def train(self, x, y):
        self.net.compile(optimizer="adam", loss="mae")
        return self.net.fit(x, y, batch_size=32, verbose=0)


PriceModel(hidden).train(x_train, y_train)
