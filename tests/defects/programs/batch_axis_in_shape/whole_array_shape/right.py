"""Images whose whole shape became the input's."""

import keras
import numpy as np
from keras import layers

X_train = np.random.rand(12, 32, 32, 3)
y_train = np.random.randint(0, 2, 12)

inp = keras.Input(shape=X_train.shape[1:])
x = layers.Conv2D(4, 3, activation="relu")(inp)
x = layers.MaxPooling2D()(x)
x = layers.Flatten()(x)
out = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inp, out)
model.compile("adam", "binary_crossentropy")
model.fit(X_train, y_train, verbose=0)
