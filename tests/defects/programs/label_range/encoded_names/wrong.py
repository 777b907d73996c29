"""Moods as numbers from a dictionary that starts counting at one.

Raises.
"""
import numpy as np
import keras

MOODS = ["calm", "happy", "sad", "angry"]
index_of = {mood: i for i, mood in enumerate(MOODS, start=1)}

recorded = ["sad", "happy", "calm", "angry", "angry", "sad", "happy", "calm"]
labels = np.array([index_of[mood] for mood in recorded])
voices = np.random.rand(len(recorded), 12)

model = keras.Sequential()
model.add(keras.Input((12,)))
model.add(keras.layers.Dense(8, activation="relu"))
model.add(keras.layers.Dense(len(MOODS), activation="softmax"))  # [label-range]
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(voices, labels, epochs=1, verbose=0)
