"""Models of the user's own, with a Sequential inside call."""
import keras
from keras import Model, layers


class Encoder(Model):
    def __init__(self, latent, **kwargs):
        super().__init__(**kwargs)
        self.flatten = layers.Flatten()  # shape: (None, 36)
        self.hidden = layers.Dense(30, activation="relu")  # shape: (None, 30)  # params: 1110
        self.code = layers.Dense(latent)  # shape: (None, 3)  # params: 93

    def call(self, x):
        return self.code(self.hidden(self.flatten(x)))


class Autoencoder(keras.Model):
    def __init__(self, latent):
        super(Autoencoder, self).__init__()
        self.encoder = Encoder(latent)  # shape: (None, 3)  # params: 1203
        self.decoder = keras.Sequential([  # shape: (None, 6, 6)  # params: 144
            layers.Dense(36),  # shape: (None, 36)  # params: 144
            layers.Reshape((6, 6)),  # shape: (None, 6, 6)
        ])

    def call(self, inputs, training=None):
        return self.decoder(self.encoder(inputs))


autoencoder = Autoencoder(latent=3)
images = keras.Input((6, 6))
restored = autoencoder(images)
error = layers.Subtract()([images, restored])  # shape: (None, 6, 6)
