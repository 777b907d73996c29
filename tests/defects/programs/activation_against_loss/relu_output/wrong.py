"""Is a mail spam? One probability from a functional model.

Silent.
"""
import numpy as np
import keras
from keras import layers

options = dict(units=1, activation="relu")

words = keras.Input(shape=(50,), name="word_counts")
x = layers.Dense(8, activation="relu")(words)
x = layers.Dropout(0.3)(x)
spam = layers.Dense(**options)(x)  # [activation-against-loss]
model = keras.Model(words, spam)
model.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(), metrics=["accuracy"])

counts = np.random.poisson(0.5, size=(40, 50)).astype("float32")
is_spam = np.random.randint(0, 2, size=(40, 1))
model.fit(counts, is_spam, epochs=1, verbose=0)
