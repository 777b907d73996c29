"""Topics of news wires, with a vocabulary of the same size in the model and in the data."""
from keras.datasets import reuters
from keras.layers import LSTM, Dense, Embedding
from keras.models import Sequential
from keras.utils import pad_sequences

config = {"words": 1000, "length": 20, "units": 8}

(x_train, y_train), _ = reuters.load_data(num_words=config["words"])
x_train = pad_sequences(x_train, maxlen=config["length"])

model = Sequential(
    [
        Embedding(config["words"], 16),
        LSTM(config["units"]),
        Dense(46, activation="softmax"),
    ]
)
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=1, batch_size=32, verbose=0)
