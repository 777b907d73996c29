"""101 is no multiple of 8, but ZeroPadding2D makes 104 of it and the end crops back to 101."""
import numpy as np
import keras
from keras.layers import (Concatenate, Conv2D, Cropping2D, Input, MaxPooling2D, UpSampling2D,
                          ZeroPadding2D)

size = 101
pad = -size % 8
before, after = pad // 2, pad - pad // 2

inputs = Input((size, size, 1))
x = ZeroPadding2D(((before, after), (before, after)))(inputs)
down = []
for n in [2, 4, 4]:
    x = Conv2D(n, 3, activation="relu", padding="same")(x)
    down.append(x)
    x = MaxPooling2D()(x)
x = Conv2D(8, 3, activation="relu", padding="same")(x)
for n in [4, 4, 2]:
    x = UpSampling2D()(x)
    x = Concatenate()([x, down.pop()])
    x = Conv2D(n, 3, activation="relu", padding="same")(x)
x = Conv2D(1, 1, activation="sigmoid")(x)
outputs = Cropping2D(((before, after), (before, after)))(x)
model = keras.Model(inputs, outputs)
model.compile("adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(np.random.rand(2, size, size, 1), np.zeros((2, size, size, 1)), epochs=1)
