from keras import layers

from config import WIDTH

SCALE = 1 / WIDTH


def classifier(x, classes):
    x = layers.GlobalAveragePooling2D()(x)  # shape: (None, 24)
    x = layers.Dense(WIDTH * 4)(x)  # shape: (None, 96)
    x = layers.Dense(16)(x)  # shape: (None, 16)
    return layers.Dense(classes)(x)  # shape: (None, 6)  # params: 102
