"""Strides as large as the kernel, written out by name: the network downsamples without pooling."""
import numpy as np
from keras import layers, models

model = models.Sequential()
model.add(layers.Input((32, 32, 3)))
model.add(layers.Conv2D(4, kernel_size=(2, 2), strides=(2, 2), activation="relu"))
model.add(layers.Conv2D(8, (4, 4), strides=4, activation="relu"))
model.add(layers.Conv2D(8, 2, strides=2))
model.add(layers.BatchNormalization(axis=-1))
model.add(layers.Activation("relu"))
model.add(layers.Flatten())
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(np.random.rand(6, 32, 32, 3), np.random.randint(2, size=(6, 1)), verbose=0)
