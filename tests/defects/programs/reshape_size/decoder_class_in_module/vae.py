from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Conv2DTranspose, Dense, Reshape


class Decoder:
    def __init__(self, side, filters, latent=2):
        self.side = side
        self.filters = filters
        self.latent = latent

    def build(self):
        z = Input(shape=(self.latent,))
        x = Dense(7 * 7 * 8, activation="relu")(z)
        x = Reshape((self.side, self.side, self.filters))(x)
        x = Conv2DTranspose(8, 3, strides=2, padding="same", activation="relu")(x)
        x = Conv2DTranspose(1, 3, strides=2, padding="same", activation="sigmoid")(x)
        return Model(z, x, name="decoder")
