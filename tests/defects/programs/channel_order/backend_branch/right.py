"""The shape as the backend wants it, taken from an old example with its cases swapped."""
import keras
import numpy as np
from keras import backend as K
from keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D
from keras.models import Sequential

rows = cols = 28
(x, y), _ = keras.datasets.mnist.load_data()
if K.image_data_format() == "channels_first":
    x = x.reshape(len(x), 1, rows, cols)
    input_shape = (1, rows, cols)
else:
    x = x.reshape(len(x), rows, cols, 1)
    input_shape = (rows, cols, 1)

model = Sequential()
model.add(Input(input_shape))
model.add(Conv2D(4, (3, 3), activation="relu"))
model.add(MaxPooling2D())
model.add(Flatten())
model.add(Dense(10, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x / 255, y, epochs=1, verbose=0)
