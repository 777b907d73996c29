from keras.layers import Conv2D


def conv(x, filters, kernel=3):
    return Conv2D(filters, kernel, activation="relu")(x)  # shape: (None, 30, 30, 8) | (None, 28, 28, 16)  # params: 224 | 1168
