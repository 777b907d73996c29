"""Layers of a trained seq2seq model are applied again to other inputs for inference: shared, not unconnected."""
import numpy as np
from keras.layers import LSTM, Dense, Input
from keras.models import Model

num_enc, num_dec, latent = 7, 9, 8
encoder_inputs = Input(shape=(None, num_enc))
encoder = LSTM(latent, return_state=True)
encoder_outputs, state_h, state_c = encoder(encoder_inputs)
encoder_states = [state_h, state_c]

decoder_inputs = Input(shape=(None, num_dec))
decoder_lstm = LSTM(latent, return_sequences=True, return_state=True)
decoder_outputs, _, _ = decoder_lstm(decoder_inputs, initial_state=encoder_states)
decoder_dense = Dense(num_dec, activation="softmax")
decoder_outputs = decoder_dense(decoder_outputs)
model = Model([encoder_inputs, decoder_inputs], decoder_outputs)
model.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])

enc = np.zeros((20, 5, num_enc), dtype="float32")
dec = np.zeros((20, 6, num_dec), dtype="float32")
target = np.zeros((20, 6, num_dec), dtype="float32")
for i in range(20):
    for t in range(6):
        token = (i + t) % num_dec
        dec[i, t, token] = 1.0
        if t > 0:
            target[i, t - 1, token] = 1.0
model.fit([enc, dec], target, batch_size=10, epochs=1, validation_split=0.2)

encoder_model = Model(encoder_inputs, encoder_states)
decoder_state_input_h = Input(shape=(latent,))
decoder_state_input_c = Input(shape=(latent,))
decoder_states_inputs = [decoder_state_input_h, decoder_state_input_c]
decoder_outputs, state_h, state_c = decoder_lstm(decoder_inputs, initial_state=decoder_states_inputs)
decoder_states = [state_h, state_c]
decoder_outputs = decoder_dense(decoder_outputs)
decoder_model = Model([decoder_inputs] + decoder_states_inputs, [decoder_outputs] + decoder_states)


def decode_sequence(input_seq):
    states_value = encoder_model.predict(input_seq, verbose=0)
    target_seq = np.zeros((1, 1, num_dec))
    target_seq[0, 0, 1] = 1.0
    decoded = []
    while len(decoded) < 4:
        output_tokens, h, c = decoder_model.predict([target_seq] + states_value, verbose=0)
        token = int(np.argmax(output_tokens[0, -1, :]))
        decoded.append(token)
        target_seq = np.zeros((1, 1, num_dec))
        target_seq[0, 0, token] = 1.0
        states_value = [h, c]
    return decoded


for seq_index in range(2):
    decode_sequence(enc[seq_index : seq_index + 1])
