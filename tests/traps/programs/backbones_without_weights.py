"""Backbones with one channel, another number of classes and open sizes: allowed, as no weights are loaded."""
import numpy as np
from keras import Model
from keras.applications import MobileNet, mobilenet
from keras.layers import Concatenate, Dense, Input, Lambda

gray = MobileNet(weights=None, input_shape=(64, 64, 1), alpha=0.25, classes=7)
body = MobileNet(weights=None, include_top=False, input_shape=(None, None, 3), alpha=0.25, pooling="avg")
inp = Input((40, 40, 1))
x = Concatenate()([inp, inp, inp])
x = mobilenet.preprocess_input(x * 255.0)
out = Dense(2, activation="softmax")(body(x, training=False))
model = Model(inp, out)
body.trainable = False
model.compile("adam", "sparse_categorical_crossentropy")
assert gray.output_shape == (None, 7) and model.output_shape == (None, 2)
