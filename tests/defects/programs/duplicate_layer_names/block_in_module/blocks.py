from tensorflow.keras.layers import Conv2D, MaxPooling2D


def conv_block(x, filters, name):
    x = Conv2D(filters, 3, activation="relu", name=f"{name}_conv")(x)
    return MaxPooling2D(name=name + "_pool")(x)
