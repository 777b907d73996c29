"""Comments tell shapes in the author's own notation: symbols, sizes without batch, input -> output."""
import numpy as np
import keras
from keras import layers, ops

B, T, C = 4, 10, 6
inputs = keras.Input((T, C))  # shape: (batch, T, C)
x = layers.Dense(8)(inputs)  # (B, 10, 8)
x = layers.LSTM(5, return_sequences=True)(x)  # -> (batch_size, seq_len, 5)
attn = layers.Dense(1)(x)  # shape (batch, time, 1)
w = ops.softmax(attn, axis=1)  # sums to one over T: (None, 10, 1)
x = ops.sum(x * w, axis=1)  # (batch, 10, 5) * (batch, 10, 1) -> (batch, 5)
x = layers.Dense(3)(x)  # shape: (None, 3)
model = keras.Model(inputs, x)
data = np.zeros((B, T, C))  # Shape: (B, T, C), e.g. (4, 10, 6)
y = np.zeros((B, 3))  # one row of 3 for each sample
model.compile("adam", "mse")
model.fit(data, y, verbose=0)
