"""Two towers of a helper, joined by the function of an older Keras."""

from tensorflow.keras.layers import *
from tensorflow.keras.models import Model

JOIN = {"axis": 0}


def tower(size):
    i = Input((size, size, 1))
    x = Conv2D(4, 3, activation="relu")(i)
    return i, GlobalMaxPooling2D()(x)


left, left_code = tower(16)
right, right_code = tower(16)
joined = concatenate([left_code, right_code])
model = Model([left, right], Dense(1, activation="sigmoid")(joined))
model.summary()
