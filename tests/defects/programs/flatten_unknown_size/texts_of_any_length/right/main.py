"""Sentiment of tweets with a bag of embeddings."""
from tensorflow.keras.layers import *
from tensorflow.keras.models import Model

from features import embed

VOCAB = 300

tokens = Input(shape=(None,), dtype="int32")
features = embed(tokens, VOCAB, dim=4)
hidden = Dense(8, activation="relu")(features)
sentiment = Dense(1, activation="sigmoid")(hidden)
model = Model(tokens, sentiment)
model.compile("rmsprop", "binary_crossentropy")
