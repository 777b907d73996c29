from keras import Sequential
from keras.layers import LSTM, Dense, Embedding


def build(embedding_matrix):
    rows, size = embedding_matrix.shape
    model = Sequential()
    model.add(Embedding(rows, size, weights=[embedding_matrix], dropout=0.2))  # [removed-argument]
    model.add(LSTM(4))
    model.add(Dense(1, activation="sigmoid"))
    return model
