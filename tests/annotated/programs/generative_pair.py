"""A generator and a discriminator, each frozen once, combined in one model."""
import numpy as np
from keras.layers import BatchNormalization, Conv2D, Conv2DTranspose, Dense, Dropout, Flatten, Input, LeakyReLU, Reshape
from keras.models import Model, Sequential


class GAN:
    def __init__(self, rows=28, latent=100):
        self.img_shape = (rows, rows, 1)
        self.latent_dim = latent
        self.discriminator = self.build_discriminator()
        self.generator = self.build_generator()
        z = Input(shape=(self.latent_dim,))
        img = self.generator(z)
        self.discriminator.trainable = False
        valid = self.discriminator(img)
        self.combined = Model(z, valid)
        self.check = Dense(3)(valid)  # shape: (None, 3)  # params: 6

    def build_generator(self):
        model = Sequential()  # shape: (None, 28, 28, 1)
        model.add(Dense(7 * 7 * 16, input_dim=self.latent_dim))  # shape: (None, 784)  # params: 79184
        model.add(LeakyReLU(0.2))  # shape: (None, 784)
        model.add(BatchNormalization(momentum=0.8))  # shape: (None, 784)
        model.add(Reshape((7, 7, 16)))  # shape: (None, 7, 7, 16)
        model.add(Conv2DTranspose(8, 4, strides=2, padding="same"))  # shape: (None, 14, 14, 8)
        model.add(Conv2DTranspose(1, 4, strides=2, padding="same", activation="tanh"))  # shape: (None, 28, 28, 1)
        noise = Input(shape=(self.latent_dim,))
        return Model(noise, model(noise))  # shape: (None, 28, 28, 1)

    def build_discriminator(self):
        model = Sequential([  # shape: (None, 1)
            Input(self.img_shape),
            Conv2D(8, 3, strides=2, padding="same"),  # shape: (None, 14, 14, 8)
            Dropout(0.25),  # shape: (None, 14, 14, 8)
            Flatten(),  # shape: (None, 1568)
            Dense(int(np.prod(self.img_shape)) // 49, activation="relu"),  # shape: (None, 16)
            Dense(1, activation="sigmoid"),  # shape: (None, 1)
        ])
        img = Input(shape=self.img_shape)
        return Model(img, model(img))  # shape: (None, 1)


gan = GAN()
