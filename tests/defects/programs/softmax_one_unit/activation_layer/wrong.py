"""A functional spam filter whose last activation is a layer of its own.

Silent.
"""

import tensorflow as tf

VOCABULARY = ["free", "money", "meeting", "lunch", "offer", "report"]
counts = tf.constant([[2, 1, 0, 0, 1, 0], [0, 0, 1, 1, 0, 1]], dtype=tf.float32)
is_spam = tf.constant([[1.0], [0.0]])

inputs = tf.keras.layers.Input(shape=(len(VOCABULARY),))
h = tf.keras.layers.Dense(4, activation="tanh")(inputs)
score = tf.keras.layers.Dense(1)(h)
spam = tf.keras.layers.Softmax()(score)  # [softmax-over-one-unit]
model = tf.keras.Model(inputs, spam)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(counts, is_spam, verbose=0)
