from keras import Input, Model
from keras.layers import Dense


def encoder_and_classifier(width):
    rows = Input((width,))
    code = Dense(4, activation="sigmoid")(rows)
    label = Dense(1, activation="sigmoid")(code)
    return Model(rows, code), Model(rows, label)
