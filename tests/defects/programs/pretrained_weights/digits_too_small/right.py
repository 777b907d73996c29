"""Digits of 28 x 28 in three channels for a VGG16 from a module."""

import numpy as np
import tensorflow as tf
from transfer import build

(x, y), _ = tf.keras.datasets.mnist.load_data()
x = np.stack([x] * 3, axis=-1)
x = tf.image.resize(x, (32, 32)).numpy()
model = build(x.shape[1:])
model.predict(x[:1], verbose=0)
