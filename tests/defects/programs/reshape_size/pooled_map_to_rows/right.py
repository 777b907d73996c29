"""A convolutional recurrent net: feature maps become steps for an LSTM."""

import keras
from keras import layers

IMG_W, IMG_H = 64, 32
FILTERS = (8, 16)

image = keras.Input(shape=(IMG_W, IMG_H, 1), name="image")
x = image
for filters in FILTERS:
    x = layers.Conv2D(filters, 3, activation="relu", padding="same")(x)
    x = layers.MaxPooling2D((2, 2))(x)
new_shape = (IMG_W // 4, (IMG_H // 4) * FILTERS[-1])
x = layers.Reshape(target_shape=new_shape)(x)
x = layers.Dense(16, activation="relu")(x)
x = layers.Bidirectional(layers.LSTM(8, return_sequences=True))(x)
outputs = layers.Dense(11, activation="softmax")(x)
model = keras.Model(image, outputs)
model.summary()
