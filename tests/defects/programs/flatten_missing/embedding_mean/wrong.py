"""Is a sentence a question? Word vectors, then a dense classifier.

Raises.
"""
import numpy as np
import keras
from keras import layers

vocab, length = 200, 12
sentences = np.random.randint(0, vocab, (30, length))
is_question = np.random.randint(0, 2, 30)


class QuestionModel:
    def __init__(self, vocab, length, dim=4):
        tokens = keras.Input((length,))
        x = layers.Embedding(vocab, dim)(tokens)
        x = layers.Dense(8, activation="relu")(x)  # [loss-against-output]
        x = layers.Dropout(0.2)(x)
        self.model = keras.Model(tokens, layers.Dense(1, activation="sigmoid")(x))
        self.model.compile("adam", "binary_crossentropy", metrics=["accuracy"])

    def train(self, x, y, **options):
        return self.model.fit(x, y, verbose=0, **options)


QuestionModel(vocab, length).train(sentences, is_question, epochs=1)
