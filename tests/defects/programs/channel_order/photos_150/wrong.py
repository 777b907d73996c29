"""Cats and dogs, 150 by 150 pixels in colour.

Raises.
"""
import numpy as np
from keras.models import Sequential
from keras.layers import Input, Conv2D, MaxPooling2D, Flatten, Dense, Dropout

img_width, img_height = 150, 150
input_shape = (3, img_width, img_height)

images = np.random.rand(8, img_height, img_width, 3)
labels = np.array([0, 1] * 4)

model = Sequential()
model.add(Input(shape=input_shape))  # [input-size]
model.add(Conv2D(4, (3, 3), activation="relu", padding="same"))
model.add(MaxPooling2D(pool_size=(2, 2), padding="same"))
model.add(Flatten())
model.add(Dense(8, activation="relu"))
model.add(Dropout(0.5))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model.fit(images, labels, epochs=1, batch_size=4, verbose=0)
