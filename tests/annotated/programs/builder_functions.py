"""Builders called with arguments, one builder several times."""
from keras.layers import LSTM, Dense, Embedding
from keras.models import Sequential


def make_model(vocabulary, width=32, *, steps=None, cells=(64,), classes=1):
    model = Sequential()
    model.add(Embedding(vocabulary, width, input_shape=(steps,)))  # shape: (None, None, 32) | (None, 20, 8)  # params: 32000 | 400
    for i, units in enumerate(cells):
        last = i == len(cells) - 1
        model.add(LSTM(units, return_sequences=not last))  # shape: (None, 64) | (None, 20, 16) | (None, 8)
    model.add(Dense(classes, activation="sigmoid"))  # shape: (None, 1) | (None, 5)
    return model


review = make_model(1000)
topics = make_model(50, 8, steps=20, cells=[16, 8], classes=5)
review.compile("adam", "binary_crossentropy")
