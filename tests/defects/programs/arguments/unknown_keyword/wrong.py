"""A convolution with the keyword of another framework.

Raises.
"""
import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.Input(shape=(28, 28, 1)),
    tf.keras.layers.Conv2D(8, kernel=3, activation="relu"),  # [unknown-argument]
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(10, activation="softmax"),
])
model.summary()
