"""An LSTM over sentences; an Embedding stands in front of one-hot rows."""

import numpy as np
from keras import Sequential
from keras.layers import LSTM, Dense, Embedding, Input
from keras.utils import to_categorical

vocabulary = 30
sentences = np.random.randint(0, vocabulary, (12, 7))
x = sentences
y = np.random.randint(0, 2, 12)

model = Sequential()
model.add(Input(shape=x.shape[1:]))
model.add(Embedding(input_dim=vocabulary, output_dim=8))
model.add(LSTM(16))
model.add(Dense(1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(x, y, verbose=0)
