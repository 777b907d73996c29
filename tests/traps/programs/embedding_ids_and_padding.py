"""The greatest id is len(word_index): Embedding has one row more than words, since 0 is the padding."""
import numpy as np
from keras.layers import LSTM, Dense, Embedding
from keras.models import Sequential
from keras.utils import pad_sequences

docs = ["well done", "good work", "great effort", "poor effort", "not good", "weak"]
labels = np.array([1, 1, 1, 0, 0, 0])
word_index = {}
for doc in docs:
    for word in doc.split():
        word_index.setdefault(word, len(word_index) + 1)
vocab_size = len(word_index) + 1
sequences = [[word_index[w] for w in doc.split()] for doc in docs]
padded = pad_sequences(sequences, maxlen=4, padding="post")

model = Sequential()
model.add(Embedding(vocab_size, 8, mask_zero=True))
model.add(LSTM(6))
model.add(Dense(1, activation="sigmoid"))
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(padded, labels, epochs=1, verbose=0)

edge = np.array([[1, 2, vocab_size - 1, 0]])
print(model.predict(edge, verbose=0)[0][0])
