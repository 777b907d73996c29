"""Sizes through variables, tuples, divisions, f-strings."""
import keras
from keras import layers

IMG = (32, 32, 3)
H, W, C = IMG
FILTERS = [16 * 2**i for i in range(3)]
N_CLASSES = len(("cat", "dog", "bird"))
UNITS = int(H * W / 8) // 2 or 7
LATENT = max(4, min(64, 10))

model = keras.Sequential()  # output: (None, 3)  # total: 132707
model.add(keras.Input(shape=IMG, name=f"image_{H}x{W}"))
for i, filters in enumerate(FILTERS):
    model.add(layers.Conv2D(filters, 3, padding="same", name=f"conv{i}"))  # shape: (None, 32, 32, 16) | (None, 16, 16, 32) | (None, 8, 8, 64)  # params: 448 | 4640 | 18496
    model.add(layers.MaxPooling2D())  # shape: (None, 16, 16, 16) | (None, 8, 8, 32) | (None, 4, 4, 64)
model.add(layers.Flatten())  # shape: (None, 1024)
model.add(layers.Dense(UNITS))  # shape: (None, 64)  # params: 65600
model.add(layers.Dense(LATENT * UNITS))  # shape: (None, 640)
model.add(layers.Dense(N_CLASSES, activation="softmax" if N_CLASSES > 1 else "sigmoid"))  # shape: (None, 3)
