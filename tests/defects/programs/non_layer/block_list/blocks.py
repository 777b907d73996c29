from keras.layers import Conv2D, MaxPooling2D


def conv_block(filters, count=2):
    layers = [Conv2D(filters, 3, padding="same", activation="relu") for _ in range(count)]
    layers.append(MaxPooling2D())
    return layers
