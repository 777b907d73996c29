"""Input (3, 24, 24) with channels last: three spectral rows of a scan, convolved along the row on purpose."""
import numpy as np
import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input((3, 24, 24)),
        layers.Conv2D(8, (1, 5), activation="relu"),
        layers.Conv2D(8, (3, 1), activation="relu"),
        layers.Flatten(),
        layers.Dense(2, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(6, 3, 24, 24), np.array([0, 1, 0, 1, 0, 1]), verbose=0)
