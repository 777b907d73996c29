"""Texts to vectors to numbers; masks that pass through."""
import keras
import tensorflow as tf
from keras import layers

text = keras.Input((), dtype="string")
vectorize = layers.TextVectorization(max_tokens=50, output_sequence_length=12, vocabulary=["a", "b"])  # shape: (None, 12)
ids = vectorize(text)
x = layers.Embedding(50, 7, mask_zero=True)(ids)  # shape: (None, 12, 7)
x = layers.Masking()(x)  # shape: (None, 12, 7)
x = layers.SimpleRNN(4, return_sequences=True, go_backwards=True)(x)  # shape: (None, 12, 4)  # params: 48
x = layers.GlobalAveragePooling1D()(x)  # shape: (None, 4)
kind = keras.Input((1,), dtype="string")
number = layers.StringLookup(vocabulary=["x", "y", "z"])(kind)  # shape: (None, 1)
one_hot = layers.IntegerLookup(vocabulary=[1, 2], output_mode="multi_hot")(keras.Input((3,), dtype="int64"))  # shape: (None, 3)
hashed = layers.Hashing(num_bins=5)(kind)  # shape: (None, 1)
place = layers.Embedding(5, 2)(hashed)  # shape: (None, 1, 2)
flat = layers.Flatten()(place)  # shape: (None, 2)
out = layers.Dense(1)(layers.Concatenate()([x, flat]))  # shape: (None, 1) | (None, 6)  # params: 7 | 0
