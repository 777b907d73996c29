"""Labels (n, 5) against an output (None, 20, 9): keras.losses.CTC takes just that."""
import numpy as np
import keras
from keras import layers

signals = np.random.rand(16, 20, 3).astype("float32")
transcripts = np.random.randint(1, 9, size=(16, 5))

model = keras.Sequential([
    layers.Input((20, 3)),
    layers.Conv1D(8, 3, padding="same", activation="relu"),
    layers.Bidirectional(layers.GRU(6, return_sequences=True)),
    layers.Dense(9),
])
model.compile(optimizer="adam", loss=keras.losses.CTC())
model.fit(signals, transcripts, epochs=1, batch_size=8)
