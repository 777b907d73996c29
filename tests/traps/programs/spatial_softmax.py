"""One channel and softmax over both axes of the map: an attention mask, not a softmax over one unit."""
import numpy as np
import keras
import tensorflow as tf
from keras import layers, ops

inp = keras.Input((8, 8, 3))
f = layers.Conv2D(6, 3, padding="same", activation="relu")(inp)
mask = layers.Conv2D(1, 1)(f)
mask = layers.Softmax(axis=[1, 2])(mask)
pooled = ops.sum(f * mask, axis=(1, 2))

steps = layers.Reshape((64, 6))(f)
weight = layers.Dense(1, activation=lambda t: ops.softmax(t, axis=1))(steps)
by_step = layers.Lambda(lambda p: ops.sum(p[0] * p[1], axis=1), output_shape=(6,))([steps, weight])
alpha = keras.activations.softmax(layers.Dense(1, use_bias=False)(steps), axis=-2)
by_alpha = layers.Flatten()(layers.Dot(axes=1)([alpha, steps]))
out = layers.Dense(1, activation="sigmoid")(layers.concatenate([pooled, by_step, by_alpha]))
model = keras.Model(inp, out)
model.compile("adam", "binary_crossentropy")
model.fit(np.random.rand(4, 8, 8, 3), np.array([0, 1, 1, 0]), verbose=0)
