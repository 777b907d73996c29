"""Sequential of Dense on raw (50, 3) input that ends in (None, 50, 2): the targets have the same steps."""
import numpy as np
from keras.layers import Dense, Input
from keras.models import Sequential

raw = np.random.rand(20, 50, 3)
reference = np.stack([raw.sum(-1), raw.prod(-1)], axis=-1)

model = Sequential([Input(shape=(50, 3)), Dense(8, activation="relu"), Dense(2)])
model.compile(optimizer="adam", loss="mse")
model.fit(raw[:15], reference[:15], validation_data=(raw[15:], reference[15:]), epochs=1, verbose=0)

binary = Sequential([Input(shape=(50, 3)), Dense(4, activation="relu"), Dense(1, activation="sigmoid")])
binary.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
events = (reference[..., 0] > 1.5).astype(int)
binary.fit(raw, events, epochs=1, verbose=0)
