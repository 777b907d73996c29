"""One accuracy for both outputs, as Keras 2 took it."""

import numpy as np
import tensorflow as tf

images = np.random.rand(4, 16, 16, 1)
digit = np.array([0, 1, 2, 3])
color = np.array([0, 1, 1, 0])

inp = tf.keras.Input((16, 16, 1))
h = tf.keras.layers.Flatten()(inp)
outputs = [
    tf.keras.layers.Dense(n, activation="softmax", name=name)(h)
    for name, n in {"digit": 4, "color": 2}.items()
]
model = tf.keras.Model(inp, outputs)
model.compile(
    optimizer="adam",
    loss=["sparse_categorical_crossentropy"] * 2,
    metrics=["accuracy", "accuracy"],
)
model.fit(images, [digit, color], verbose=0)
