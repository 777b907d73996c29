"""Is a review good or bad?

Raises.
"""
import tensorflow as tf
from tensorflow.keras.preprocessing.sequence import pad_sequences

MAX_WORDS = 1000
MAX_LEN = 20

(x_train, y_train), (x_test, y_test) = tf.keras.datasets.imdb.load_data(num_words=MAX_WORDS)
x_train = pad_sequences(x_train, maxlen=MAX_LEN)
x_test = pad_sequences(x_test, maxlen=MAX_LEN)

model = tf.keras.Sequential([
    tf.keras.layers.Input((MAX_LEN,)),
    tf.keras.layers.Embedding(MAX_WORDS, 8),
    tf.keras.layers.Bidirectional(tf.keras.layers.LSTM(4, return_sequences=True)),  # [loss-against-output]
    tf.keras.layers.Dense(2, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=1, verbose=0)
