"""What Keras builds and trains without a word."""
import keras
import numpy as np
from keras import layers

x = np.random.rand(40, 12, 3)
y = np.random.rand(40)
broadcast = keras.Sequential([
    keras.Input((12, 3)),
    layers.GRU(8, return_sequences=True),  # shape: (None, 12, 8)
    layers.Dense(1),  # shape: (None, 12, 1)  # [target-broadcast-by-loss]
])
broadcast.compile("adam", "mse")
broadcast.fit(x, y, verbose=0)

certain = keras.Sequential()
certain.add(keras.Input((5,)))
certain.add(layers.Dense(4, activation="relu"))  # shape: (None, 4)
certain.add(layers.Dense(1, activation="softmax"))  # shape: (None, 1)  # [softmax-over-one-unit]
certain.compile("adam", "binary_crossentropy")
certain.fit(np.random.rand(20, 5), np.random.randint(0, 2, 20), verbose=0)

images = keras.Input((15, 15, 3))
h = layers.Conv2D(8, 3, activation="relu")(images)  # shape: (None, 13, 13, 8)
h = layers.Dense(16, activation="relu")(h)  # shape: (None, 13, 13, 16)  # [dense-on-multidim-input]
out = layers.Dense(4, activation="softmax")(h)  # shape: (None, 13, 13, 4)
pixels = keras.Model(images, out)
