"""A sentiment model over word ids that start at 1.

Raises.
"""

import numpy as np
import tensorflow as tf

VOCAB_SIZE = 200
MAX_LEN = 10

documents = [[3, 17, 200, 5], [9, 45, 2], [150, 11, 12, 13, 14], [1, 199]]
ids = tf.keras.utils.pad_sequences(documents, maxlen=MAX_LEN, padding="post")
labels = np.array([1, 0, 1, 0])

model = tf.keras.Sequential()
model.add(tf.keras.layers.Embedding(VOCAB_SIZE, 8))  # [embedding-ids]
model.add(tf.keras.layers.GlobalAveragePooling1D())
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(ids, labels, epochs=1, batch_size=64, verbose=0)
