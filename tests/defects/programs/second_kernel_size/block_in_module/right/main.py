"""Blocks of convolution, normalization and ReLU that a module makes."""

import keras
import numpy as np
from blocks import conv_block

inputs = keras.Input((48, 48, 3))
x = conv_block(inputs, 4)
x = conv_block(x, 8)
x = keras.layers.GlobalAveragePooling2D()(x)
model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))
model.compile("adam", "binary_crossentropy")
model.fit(np.random.rand(2, 48, 48, 3), np.array([0, 1]), verbose=0)
