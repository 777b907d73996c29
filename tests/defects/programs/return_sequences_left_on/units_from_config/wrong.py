"""Language of a name, from its letters; the layers come from a dictionary.

Raises.
"""
import keras
import numpy as np
from keras import layers

CFG = dict(
    alphabet=27,
    length=12,
    rnn=[dict(units=8, return_sequences=True), dict(units=6, return_sequences=True)],
    languages=["en", "de", "fr", "it"],
)

names = np.random.randint(0, CFG["alphabet"], size=(16, CFG["length"]))
target = np.random.randint(0, len(CFG["languages"]), size=16)

model = keras.Sequential()
model.add(keras.Input((CFG["length"],)))
model.add(layers.Embedding(CFG["alphabet"], 4))
for options in CFG["rnn"]:
    model.add(layers.SimpleRNN(**options))  # [loss-against-output]
model.add(layers.Dense(len(CFG["languages"]), activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(names, target, epochs=1, verbose=0)
