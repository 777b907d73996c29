"""A block of a module names its layers itself and is used twice.

Raises.
"""

import tensorflow as tf
from blocks import conv_block

image = tf.keras.Input((32, 32, 3))
x = conv_block(image, 4, "block1")
x = conv_block(x, 8, "block1")  # [duplicate-layer-name]
x = tf.keras.layers.GlobalAveragePooling2D()(x)
score = tf.keras.layers.Dense(1, activation="sigmoid", name="score")(x)
model = tf.keras.Model(image, score)
model.summary()
