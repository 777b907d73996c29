"""Two Dense on (None, 1, 1, 8): the gates of a squeeze-and-excite block, multiplied back onto the map."""
import numpy as np
from keras import Model
from keras.layers import (Conv2D, Dense, GlobalAveragePooling2D, Input, Multiply, Reshape,
                          multiply)


def se_block(tensor, ratio=4):
    channels = tensor.shape[-1]
    se = GlobalAveragePooling2D()(tensor)
    se = Reshape((1, 1, channels))(se)
    se = Dense(channels // ratio, activation="relu", kernel_initializer="he_normal", use_bias=False)(se)
    se = Dense(channels, activation="sigmoid", kernel_initializer="he_normal", use_bias=False)(se)
    return multiply([tensor, se])


def se_block_keepdims(tensor, ratio=4):
    channels = tensor.shape[-1]
    se = GlobalAveragePooling2D(keepdims=True)(tensor)
    se = Dense(channels // ratio, activation="relu")(se)
    se = Dense(channels, activation="sigmoid")(se)
    return Multiply()([tensor, se])


inp = Input((16, 16, 3))
x = Conv2D(8, 3, activation="relu")(inp)
x = se_block(x)
x = Conv2D(8, 3, activation="relu")(x)
x = se_block_keepdims(x)
x = GlobalAveragePooling2D()(x)
out = Dense(1, activation="sigmoid")(x)
model = Model(inp, out)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(np.random.rand(8, 16, 16, 3), np.random.randint(0, 2, 8), verbose=0)
