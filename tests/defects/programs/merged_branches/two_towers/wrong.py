"""Text and numbers go through two branches that are joined in front of the classifier.

Raises.
"""
from keras.layers import Concatenate, Dense, Embedding, Input, LSTM
from keras.models import Model

vocab_size = 500
max_len = 20
cfg = {"rnn_units": 8, "dense_units": 8, "n_numeric": 5}

text_in = Input(shape=(max_len,), name="text")
t = Embedding(vocab_size, 16)(text_in)
t = LSTM(cfg["rnn_units"], return_sequences=True)(t)

num_in = Input(shape=(cfg["n_numeric"],), name="numbers")
n = Dense(cfg["dense_units"], activation="relu")(num_in)

merged = Concatenate()([t, n])  # [merge-mismatch]
out = Dense(1, activation="sigmoid")(merged)
model = Model([text_in, num_in], out)
model.compile(loss="binary_crossentropy", optimizer="rmsprop")
print(model.count_params())
