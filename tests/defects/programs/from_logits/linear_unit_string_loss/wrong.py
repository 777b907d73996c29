"""Cats against dogs with a single linear unit and the loss by its name.

Silent.
"""

import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, GlobalAveragePooling2D, Input, Rescaling
from tensorflow.keras.models import Sequential


def make_model(size, channels=3):
    model = Sequential(name="cats_and_dogs")
    model.add(Input((size, size, channels)))
    model.add(Rescaling(1.0 / 255))
    model.add(Conv2D(8, 3, activation="relu"))
    model.add(GlobalAveragePooling2D())
    model.add(Dense(1))  # [logits-against-loss]
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model


images = np.random.randint(0, 256, (6, 32, 32, 3))
is_dog = np.array([0, 1, 0, 1, 1, 0])
model = make_model(images.shape[1])
model.fit(images, is_dog, epochs=1, verbose=0)
