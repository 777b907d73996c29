"""A Reshape that does not hold the values."""
import keras
from keras import layers

model = keras.Sequential([
    keras.Input((100,)),
    layers.Dense(7 * 7 * 128),  # shape: (None, 6272)
    layers.Reshape((7, 7, 256)),  # [reshape-size]
    layers.Conv2DTranspose(64, 3),
])
