"""Dense on (None, 30, 8) before any Flatten: each frame is embedded first, and the average is taken later."""
import numpy as np
import keras
from keras import layers

model = keras.Sequential(
    [
        keras.Input((30, 8)),
        layers.Dense(16, activation="relu"),
        layers.Dense(16, activation="relu"),
        layers.GlobalAveragePooling1D(),
        layers.Dense(4, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(np.random.rand(8, 30, 8), np.arange(8) % 4, verbose=0)

points = keras.Input((64, 3))
h = layers.Dense(8, activation="relu")(points)
h = layers.BatchNormalization()(h)
h = layers.Dense(16, activation="relu")(h)
h = layers.GlobalMaxPooling1D()(h)
pointnet = keras.Model(points, layers.Dense(5, activation="softmax")(h))
pointnet.compile("adam", "sparse_categorical_crossentropy")
pointnet.fit(np.random.rand(5, 64, 3), np.arange(5), verbose=0)
