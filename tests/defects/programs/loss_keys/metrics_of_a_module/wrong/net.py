from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Dense


def two_heads(width):
    rows = Input((width,))
    hidden = Dense(8, activation="relu")(rows)
    age = Dense(1, name="age_output")(hidden)
    sex = Dense(1, activation="sigmoid", name="sex_output")(hidden)
    return Model(rows, [age, sex])
