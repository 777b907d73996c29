import keras
from keras import layers


def build_classifier(input_shape, classes, units=12):
    inputs = keras.Input(shape=input_shape)
    encoded = layers.LSTM(units, return_sequences=True)(inputs)
    decoded = layers.LSTM(units)(encoded)
    outputs = layers.Dense(classes, activation="softmax")(decoded)
    return keras.Model(inputs, outputs, name="classifier")
