"""Dense on several axes where it is meant: no finding."""
import keras
import numpy as np
from keras import layers

tagger = keras.Sequential()
tagger.add(keras.Input((20,), dtype="int32"))
tagger.add(layers.Embedding(100, 16))  # shape: (None, 20, 16)
tagger.add(layers.LSTM(8, return_sequences=True))  # shape: (None, 20, 8)
tagger.add(layers.TimeDistributed(layers.Dense(5, activation="softmax")))  # shape: (None, 20, 5)
tagger.compile("adam", "sparse_categorical_crossentropy")
tagger.fit(np.ones((6, 20), "int32"), np.zeros((6, 20), "int32"), verbose=0)

seq2seq = keras.Sequential([
    keras.Input((9, 3)),
    layers.LSTM(6),  # shape: (None, 6)
    layers.RepeatVector(4),  # shape: (None, 4, 6)
    layers.LSTM(6, return_sequences=True),  # shape: (None, 4, 6)
    layers.Dense(2),  # shape: (None, 4, 2)
])
seq2seq.compile("adam", "mse")
seq2seq.fit(np.zeros((8, 9, 3)), np.zeros((8, 4, 2)), verbose=0)

pixels = keras.Input((16, 16, 3))
per_pixel = layers.Dense(4, activation="softmax")(layers.Dense(8, activation="elu")(pixels))  # shape: (None, 16, 16, 4) | (None, 16, 16, 8)
segment = keras.Model(pixels, per_pixel)
segment.compile("adam", "categorical_crossentropy")
segment.fit(np.zeros((2, 16, 16, 3)), np.zeros((2, 16, 16, 4)), verbose=0)
