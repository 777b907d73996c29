from keras import layers


class ConvBlock:
    """Convolution and pooling with the same settings everywhere."""

    def __init__(self, filters, pool=2):
        self.conv = layers.Conv2D(filters, 3, padding="same", activation="relu")
        self.pool = layers.MaxPooling2D(pool)

    def apply(self, tensor):
        return self.pool(self.conv(tensor))
