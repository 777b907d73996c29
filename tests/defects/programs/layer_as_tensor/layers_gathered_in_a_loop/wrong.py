"""A two-branch model whose branches are built in a loop and joined.

Raises.
"""
import numpy as np
import tensorflow as tf

WIDTHS = {"price": 4, "volume": 6}


def branch(name, width):
    start = tf.keras.Input((width,), name=name)
    hidden = tf.keras.layers.Dense(8, activation="relu", name=f"{name}_hidden")  # [layer-as-tensor]
    return start, hidden


starts, ends = [], []
for name, width in WIDTHS.items():
    start, end = branch(name, width)
    starts.append(start)
    ends.append(end)
joined = tf.keras.layers.Concatenate()(ends)
model = tf.keras.Model(starts, tf.keras.layers.Dense(1)(joined))
model.compile(loss="mse", optimizer="sgd")
model.fit([np.ones((4, 4)), np.ones((4, 6))], np.ones((4, 1)), verbose=0)
