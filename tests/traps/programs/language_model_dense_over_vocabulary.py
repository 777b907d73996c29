"""The last Dense keeps (None, 10, 30): one distribution for each step, and targets (n, 10) of ids."""
import numpy as np
import keras
from keras import layers

vocab_size, seq_len = 30, 10
text = np.random.randint(0, vocab_size, 400)
windows = np.array([text[i : i + seq_len + 1] for i in range(0, 300, 3)])
x, y = windows[:, :-1], windows[:, 1:]

model = keras.Sequential(
    [
        keras.Input(shape=(seq_len,), dtype="int32"),
        layers.Embedding(vocab_size, 8),
        layers.GRU(12, return_sequences=True),
        layers.Dense(vocab_size),
    ]
)
model.compile(
    optimizer="adam",
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(x, y, batch_size=20, epochs=1)

state = x[:1]
for _ in range(3):
    logits = model.predict(state, verbose=0)[0, -1]
    nxt = np.argmax(logits)
    state = np.concatenate([state[:, 1:], [[nxt]]], axis=1)
