# keras_lint warns about the model's output, (None, 20, 1): the LSTM keeps all 20 steps, each
# sequence has one target, and mse compares every prediction with the target of every sequence
# of the batch. Keras trains without a word.
import keras
import numpy as np
from keras import layers

WINDOW = 20

signal = np.sin(np.linspace(0, 200, 1012)).astype("float32")
x = np.stack([signal[i : i + WINDOW] for i in range(992)])[..., np.newaxis]
y = signal[WINDOW:]

model = keras.Sequential()
model.add(keras.Input(shape=(WINDOW, 1)))
model.add(layers.LSTM(32, return_sequences=True))
model.add(layers.Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, batch_size=16, epochs=3)
