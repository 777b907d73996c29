"""One channel spectrograms under the class name of Keras 1.

Silent.
"""

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers as L

kernel = 5
spectrograms = np.random.rand(3, 64, 64, 1)
spoken = np.array([0, 1, 2])

model = tf.keras.Sequential([
    L.Input((64, 64, 1)),
    L.Convolution2D(8, kernel, kernel, activation="relu"),  # [positional-strides]
    L.GlobalAveragePooling2D(),
    L.Dense(3, activation="softmax"),
])
model.compile("sgd", "sparse_categorical_crossentropy")
model.fit(spectrograms, spoken, verbose=0)
