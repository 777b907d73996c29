"""Lambda layers with tf functions change axes between the layers; output_shape says what they give."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Conv1D, Dense, Input, Lambda
from tensorflow.keras.models import Model

x = Input(shape=(24,))
h = Lambda(lambda t: tf.expand_dims(t, -1))(x)
h = Conv1D(6, 3, activation="relu")(h)
h = Lambda(lambda t: tf.reduce_max(t, axis=1), output_shape=(6,))(h)
h = Lambda(lambda t: tf.tile(t, [1, 2]), output_shape=lambda s: (s[0], 2 * s[1]))(h)
h = Lambda(lambda t: t[:, :10], output_shape=(10,))(h)
h = Dense(4, activation="relu")(h)
l2 = Lambda(lambda t: tf.nn.l2_normalize(t, axis=1), output_shape=(4,))(h)
y = Dense(1)(l2)
model = Model(x, y)
model.compile("adam", "mae")
model.fit(np.random.rand(10, 24), np.random.rand(10, 1), verbose=0)
