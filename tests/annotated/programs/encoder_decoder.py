"""Sequence to sequence with states handed over, for training and for inference."""
from keras.layers import GRU, LSTM, Concatenate, Dense, Embedding, Input
from keras.models import Model

SOURCE, TARGET, WIDTH = 40, 30, 16

encoder_inputs = Input(shape=(None,), name="source")
x = Embedding(SOURCE, 8)(encoder_inputs)  # shape: (None, None, 8)
_, *states = LSTM(WIDTH, return_state=True)(x)  # shape: [(None, 16), (None, 16), (None, 16)]  # params: 1600

decoder_inputs = Input(shape=(None,), name="target")
embedding = Embedding(TARGET, 8)  # shape: (None, None, 8)
decoder_lstm = LSTM(WIDTH, return_sequences=True, return_state=True)  # shape: [(None, None, 16), (None, 16), (None, 16)]  # params: 1600
outputs, _, _ = decoder_lstm(embedding(decoder_inputs), initial_state=states)
decoder_dense = Dense(TARGET, activation="softmax")  # shape: (None, None, 30)  # params: 510
model = Model([encoder_inputs, decoder_inputs], decoder_dense(outputs))  # output: (None, None, 30)  # total: 4270
model.compile("rmsprop", "sparse_categorical_crossentropy")

encoder = Model(encoder_inputs, states)  # output: [(None, 16), (None, 16)]  # total: 1920
state_inputs = [Input((WIDTH,)) for _ in states]
again, h, c = decoder_lstm(embedding(decoder_inputs), initial_state=state_inputs)
decoder = Model([decoder_inputs] + state_inputs, [decoder_dense(again)] + [h, c])  # output: [(None, None, 30), (None, 16), (None, 16)]
