"""A siamese network that compares two signatures.

Raises.
"""
import keras
from keras import layers

from encoder import make_encoder

left = keras.Input((20, 30, 1))
right = keras.Input((20, 30, 1))
encoder = make_encoder((20, 30, 1))
difference = layers.Subtract()(encoder(left), encoder(right))  # [merge-without-list]
same = layers.Dense(1, activation="sigmoid")(difference)
model = keras.Model([left, right], same)
model.summary()
