"""One initializer object for all layers of a functional model.

Silent.
"""

import tensorflow as tf
from tensorflow.keras import initializers, layers

init = initializers.Constant(0.1)


def dense(units, **kwargs):
    return layers.Dense(units, kernel_initializer=init, **kwargs)  # [constant-kernel-initializer]


inp = tf.keras.Input((3,))
hidden = dense(6, activation="tanh")(inp)
out = layers.Dense(1)(hidden)
model = tf.keras.Model(inp, out)
model.compile("sgd", "mse")
model.fit(tf.random.normal((8, 3)), tf.random.normal((8, 1)), verbose=0)
