"""Branches of different sizes."""
import keras
from keras import layers

x = keras.Input((30, 30, 3))
down = layers.MaxPooling2D(4)(x)  # shape: (None, 7, 7, 3)
up = layers.UpSampling2D(4)(down)  # shape: (None, 28, 28, 3)
joined = layers.Concatenate()([x, up])  # [merge-mismatch]
out = layers.Dense(3)(joined)
