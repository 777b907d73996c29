"""Temperatures by a GRU, the settings of compile in a dictionary.

Silent.
"""

import numpy as np
import tensorflow as tf
from settings import COMPILE

steps = np.random.rand(12, 6, 2)
temperature = np.array([14.5, 15.0, 16.2, 18.9, 21.4, 22.0, 21.7, 19.3, 17.8, 16.1, 15.2, 14.8])
model = tf.keras.Sequential([
    tf.keras.Input((6, 2)),
    tf.keras.layers.GRU(4),
    tf.keras.layers.Dense(1),
])
model.compile(**COMPILE)  # [accuracy-for-regression]
model.fit(steps, temperature, verbose=0)
