"""LSTMs without return_sequences before LSTMs: a RepeatVector, a Reshape or an expanded axis stands between them."""
import numpy as np
import keras
from keras import layers, ops

inp = keras.Input((12, 3))
summary, h, c = layers.LSTM(6, return_state=True)(inp)
x = layers.RepeatVector(4)(summary)
x = layers.LSTM(6, return_sequences=True)(x, initial_state=[h, c])
context = layers.Attention()([x, layers.LSTM(6, return_sequences=True)(inp)])
x = layers.Concatenate()([x, context])
x = layers.TimeDistributed(layers.Dense(6, activation="tanh"))(x)
x = layers.LSTM(8)(x)
x = layers.Reshape((4, 2))(x)
x = layers.GRU(5)(x)
x = ops.expand_dims(x, axis=1)
x = layers.SimpleRNN(4)(x)
model = keras.Model(inp, layers.Dense(1)(x))
model.compile("adam", "mse")
model.fit(np.random.rand(3, 12, 3), np.random.rand(3, 1), verbose=0)

conv_lstm = keras.Sequential([
    layers.Input((4, 8, 8, 1)),
    layers.ConvLSTM2D(2, 3, padding="same", return_sequences=True),
    layers.BatchNormalization(),
    layers.ConvLSTM2D(2, 3, padding="same"),
    layers.Conv2D(1, 3, activation="sigmoid", padding="same"),
])
conv_lstm.compile("adam", "binary_crossentropy")
conv_lstm.fit(np.random.rand(2, 4, 8, 8, 1), np.random.randint(0, 2, (2, 8, 8, 1)), verbose=0)
