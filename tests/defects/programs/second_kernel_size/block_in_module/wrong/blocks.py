from keras.layers import BatchNormalization, Conv2D, ReLU


def conv_block(x, filters):
    x = Conv2D(filters, 3, 3, padding="same", use_bias=False)(x)  # [positional-strides]
    x = BatchNormalization()(x)
    return ReLU()(x)
