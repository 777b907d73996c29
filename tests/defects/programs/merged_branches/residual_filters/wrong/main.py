"""A residual block that doubles its filters.

Raises.
"""
import tensorflow as tf

from blocks import residual_block

inputs = tf.keras.layers.Input(shape=(32, 32, 3))
x = tf.keras.layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
x = residual_block(x, 8)
x = residual_block(x, 16)  # [merge-mismatch]
x = tf.keras.layers.GlobalAveragePooling2D()(x)
outputs = tf.keras.layers.Dense(10, activation="softmax")(x)
model = tf.keras.Model(inputs=inputs, outputs=outputs)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
