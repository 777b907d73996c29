"""Dense(1) is flattened before its softmax, so the softmax runs over the twelve steps."""
import numpy as np
from tensorflow.keras import backend as K
from tensorflow.keras.layers import (LSTM, Activation, Dense, Embedding, Flatten, Input, Lambda,
                                     Permute, RepeatVector, multiply)
from tensorflow.keras.models import Model

units, steps, vocab = 6, 12, 40
_input = Input(shape=[steps], dtype="int32")
embedded = Embedding(input_dim=vocab, output_dim=8, trainable=True)(_input)
activations = LSTM(units, return_sequences=True)(embedded)

attention = Dense(1, activation="tanh")(activations)
attention = Flatten()(attention)
attention = Activation("softmax")(attention)
attention = RepeatVector(units)(attention)
attention = Permute([2, 1])(attention)
sent_representation = multiply([activations, attention])
sent_representation = Lambda(lambda xin: K.sum(xin, axis=-2), output_shape=(units,))(sent_representation)
probabilities = Dense(3, activation="softmax")(sent_representation)

model = Model(inputs=_input, outputs=probabilities)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.randint(0, vocab, (16, steps)), np.random.randint(0, 3, 16), verbose=0)
