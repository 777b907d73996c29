"""A functional model where one call stands alone on its line."""

import tensorflow as tf
from tensorflow.keras.layers import *


def unet_start(size, base=4):
    image = Input((size, size, 1))
    c1 = Conv2D(base, 3, padding="same", activation="relu")(image)
    p1 = MaxPooling2D()(c1)
    p1 = Dropout(0.3)(p1)
    c2 = Conv2D(base * 2, 3, padding="same", activation="relu")(p1)
    u1 = concatenate([UpSampling2D()(c2), c1])
    mask = Conv2D(1, 1, activation="sigmoid")(u1)
    return tf.keras.Model(image, mask)


model = unet_start(16)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(tf.zeros((2, 16, 16, 1)), tf.zeros((2, 16, 16, 1)), verbose=0)
