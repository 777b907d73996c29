"""Convolutions over the steps of a bidirectional LSTM that reads reviews."""

import tensorflow as tf
from tensorflow.keras.datasets import imdb
from tensorflow.keras.layers import *
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing import sequence

vocabulary = 500
maxlen = 40
(x_train, y_train), (x_test, y_test) = imdb.load_data(num_words=vocabulary)
x_train = sequence.pad_sequences(x_train, maxlen=maxlen)
x_test = sequence.pad_sequences(x_test, maxlen=maxlen)

model = Sequential()
model.add(Input(shape=(maxlen,)))
model.add(Embedding(vocabulary, 16))
model.add(Bidirectional(LSTM(8, return_sequences=True)))
model.add(Conv1D(16, 3, activation="relu"))
model.add(GlobalMaxPooling1D())
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=16, validation_data=(x_test, y_test), verbose=0)
