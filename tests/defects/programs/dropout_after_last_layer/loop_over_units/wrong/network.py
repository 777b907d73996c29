from tensorflow.keras import Model
from tensorflow.keras.layers import Dense, Dropout, Input


def mlp(width, units, rate=0.3):
    x = inputs = Input((width,))
    for i, n in enumerate(units):
        last = i == len(units) - 1
        x = Dense(n, activation="softmax" if last else "relu")(x)
        x = Dropout(rate)(x)
    return Model(inputs, x)
