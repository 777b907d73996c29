"""Recurrent layers with what they return."""
import keras
from keras import layers

tokens = keras.Input((None,), dtype="int32")
x = layers.Embedding(500, 24, mask_zero=True)(tokens)  # shape: (None, None, 24)  # params: 12000
x = layers.Bidirectional(layers.LSTM(10, return_sequences=True))(x)  # shape: (None, None, 20)  # params: 2800
x = layers.Bidirectional(layers.GRU(6, return_sequences=True), merge_mode="sum")(x)  # shape: (None, None, 6)
whole, h, c = layers.LSTM(12, return_sequences=True, return_state=True)(x)  # shape: [(None, None, 12), (None, 12), (None, 12)]  # params: 912
last, state = layers.GRU(12, return_state=True)(whole, initial_state=h)  # shape: [(None, 12), (None, 12)]  # params: 936
steps = layers.TimeDistributed(layers.Dense(3))(whole)  # shape: (None, None, 3)  # params: 39
cell = layers.RNN(layers.SimpleRNNCell(5))(steps)  # shape: (None, 5)  # params: 45
model = keras.Model(tokens, [last, state, cell, c])  # output: [(None, 12), (None, 12), (None, 5), (None, 12)]  # total: 17740

video = keras.Sequential()  # output: (None, 9, 13, 4)  # total: 1024
video.add(keras.Input((7, 11, 15, 3)))
video.add(layers.ConvLSTM2D(4, 3))  # shape: (None, 9, 13, 4)  # params: 1024
