"""Loops with known bounds, break and continue, zip and reversed, while."""
import keras
from keras import layers

inputs = keras.Input((64, 64, 3))
x = inputs
skips = []
for depth, filters in enumerate((8, 16, 32, 64)):
    if filters == 16:
        continue
    if depth > 2:
        break
    x = layers.Conv2D(filters, 3, strides=2, padding="same")(x)  # shape: (None, 32, 32, 8) | (None, 16, 16, 32)  # params: 224 | 2336
    skips.append(x)
for skip, rate in zip(reversed(skips), [1, 2]):
    x = layers.UpSampling2D(rate)(x)  # shape: (None, 16, 16, 32) | (None, 32, 32, 64)
    x = layers.Concatenate()([x, skip])  # shape: (None, 16, 16, 64) | (None, 32, 32, 72)
size = x.shape[1]
while size > 4:
    x = layers.MaxPooling2D()(x)  # shape: (None, 16, 16, 72) | (None, 8, 8, 72) | (None, 4, 4, 72)
    size //= 2
else:
    x = layers.Flatten()(x)  # shape: (None, 1152)
outputs = layers.Dense(1)(x)  # shape: (None, 1)  # params: 1153
model = keras.Model(inputs, outputs)  # output: (None, 1)  # total: 3713
