import keras
from keras.layers import Dense


def make_autoencoder(n_inputs, n_outputs=6, bottleneck=2):
    visible = keras.Input(shape=(n_inputs,))
    hidden = Dense(8, activation="relu")(visible)
    code = Dense(bottleneck, activation="relu")(hidden)
    hidden = Dense(8, activation="relu")(code)
    return keras.Model(visible, Dense(n_outputs, activation="sigmoid")(hidden))
