"""Tags are one-hot per token, (n, 9, 4), and padding has a class of its own: 3-D all the way is right."""
import numpy as np
from keras.layers import LSTM, Bidirectional, Conv1D, Dense, Dropout, Embedding, Input, TimeDistributed, concatenate
from keras.models import Model
from keras.utils import pad_sequences, to_categorical

sentences = [["EU", "rejects", "call"], ["Peter", "Blackburn"], ["Brussels", "said", "on", "Thursday"]] * 4
tags = [["B", "O", "O"], ["B", "I"], ["B", "O", "O", "O"]] * 4
word2idx = {w: i + 2 for i, w in enumerate(sorted({w for s in sentences for w in s}))}
char2idx = {c: i + 1 for i, c in enumerate(sorted({c for s in sentences for w in s for c in w}))}
tag2idx = {"PAD": 0, "B": 1, "I": 2, "O": 3}
max_len, max_chars = 9, 6
X_word = pad_sequences([[word2idx[w] for w in s] for s in sentences], maxlen=max_len, padding="post")
X_char = np.zeros((len(sentences), max_len, max_chars), dtype="int32")
for i, s in enumerate(sentences):
    for j, w in enumerate(s[:max_len]):
        for k, c in enumerate(w[:max_chars]):
            X_char[i, j, k] = char2idx[c]
y = pad_sequences([[tag2idx[t] for t in ts] for ts in tags], maxlen=max_len, padding="post", value=tag2idx["PAD"])
Y = np.array([to_categorical(row, num_classes=len(tag2idx)) for row in y])

word_in, char_in = Input((max_len,)), Input((max_len, max_chars))
w = Embedding(len(word2idx) + 2, 8)(word_in)
c = TimeDistributed(Embedding(len(char2idx) + 1, 4))(char_in)
c = TimeDistributed(LSTM(4))(c)
x = Dropout(0.3)(concatenate([w, c]))
x = Bidirectional(LSTM(6, return_sequences=True, recurrent_dropout=0.1))(x)
x = Conv1D(6, 3, padding="same", activation="relu")(x)
out = TimeDistributed(Dense(len(tag2idx), activation="softmax"))(x)
model = Model([word_in, char_in], out)
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit([X_word, X_char], Y, validation_split=0.25, verbose=0)
plain = Model([word_in, char_in], Dense(len(tag2idx), activation="softmax")(x))
plain.compile("adam", "sparse_categorical_crossentropy")
plain.fit([X_word, X_char], y, verbose=0)
