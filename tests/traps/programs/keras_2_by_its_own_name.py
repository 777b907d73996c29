"""batch_input_shape, input_length and lr-like arguments: this program imports tf_keras, which is Keras 2."""
import numpy as np
import tf_keras as keras
from tf_keras import layers

model = keras.Sequential([
    layers.Embedding(20, 4, input_length=6, batch_input_shape=(4, 6)),
    layers.LSTM(3, stateful=True),
    layers.Dense(1, activation="sigmoid", weights=[np.zeros((3, 1)), np.zeros(1)]),
])
model.compile(keras.optimizers.legacy.Adam(learning_rate=1e-3, decay=1e-5), "binary_crossentropy")
print(model.layers[0].output_shape, model.layers[-1].input_shape)
inp = keras.Input(8)
out = layers.Dense(2)(inp)
assert keras.Model(inp, out).output_shape == (None, 2)
