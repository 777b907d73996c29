from tensorflow.keras.layers import LSTM, Dense, Input, RepeatVector
from tensorflow.keras.models import Sequential


def autoencoder(steps, features, code=4):
    model = Sequential()
    model.add(Input((steps, features)))
    model.add(LSTM(code))
    model.add(RepeatVector(steps))
    model.add(LSTM(code, return_sequences=True))
    model.add(Dense(features))
    model.compile(optimizer="adam", loss="mae")
    return model
