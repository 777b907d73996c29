"""Augmentation and feature layers."""
import keras
from keras import layers

augment = keras.Sequential([  # shape: (None, 48, 40, 3)
    layers.RandomFlip("horizontal"),  # shape: (None, 48, 40, 3)
    layers.RandomRotation(0.1),  # shape: (None, 48, 40, 3)
    layers.RandomZoom(0.2),  # shape: (None, 48, 40, 3)
], name="augment")
image = keras.Input((48, 40, 3))
x = augment(image)
x = layers.CenterCrop(32, 32)(x)  # shape: (None, 32, 32, 3)
x = layers.Normalization()(x)  # shape: (None, 32, 32, 3)
x = layers.RandomCrop(20, 24)(x)  # shape: (None, 20, 24, 3)
x = layers.GaussianNoise(0.1)(x)  # shape: (None, 20, 24, 3)
ids = keras.Input((1,), dtype="int64")
kind = layers.CategoryEncoding(num_tokens=6, output_mode="one_hot")(ids)  # shape: (None, 6)
flat = layers.Concatenate()([layers.Flatten()(x), kind])  # shape: (None, 1446) | (None, 1440)
out = layers.Dense(1)(flat)  # shape: (None, 1)  # params: 1447
