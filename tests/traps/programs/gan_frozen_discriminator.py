"""trainable = False after the discriminator's compile: the combined model alone is meant to see it."""
import numpy as np
from tensorflow.keras.layers import Dense, Flatten, Input, LeakyReLU, Reshape
from tensorflow.keras.models import Model, Sequential
from tensorflow.keras.optimizers import Adam


class GAN:
    def __init__(self):
        self.img_shape = (8, 8, 1)
        self.latent_dim = 6
        optimizer = Adam(0.0002, 0.5)
        self.discriminator = self.build_discriminator()
        self.discriminator.compile(loss="binary_crossentropy", optimizer=optimizer, metrics=["accuracy"])
        self.generator = self.build_generator()
        z = Input(shape=(self.latent_dim,))
        img = self.generator(z)
        self.discriminator.trainable = False
        validity = self.discriminator(img)
        self.combined = Model(z, validity)
        self.combined.compile(loss="binary_crossentropy", optimizer=Adam(0.0002, 0.5))

    def build_generator(self):
        model = Sequential()
        model.add(Input((self.latent_dim,)))
        model.add(Dense(16))
        model.add(LeakyReLU(negative_slope=0.2))
        model.add(Dense(int(np.prod(self.img_shape)), activation="tanh"))
        model.add(Reshape(self.img_shape))
        noise = Input(shape=(self.latent_dim,))
        return Model(noise, model(noise))

    def build_discriminator(self):
        model = Sequential()
        model.add(Flatten(input_shape=self.img_shape))
        model.add(Dense(16))
        model.add(LeakyReLU(negative_slope=0.2))
        model.add(Dense(1, activation="sigmoid"))
        img = Input(shape=self.img_shape)
        return Model(img, model(img))

    def train(self, epochs, batch_size=8):
        X_train = np.random.randint(0, 256, (64, 8, 8)) / 127.5 - 1.0
        X_train = np.expand_dims(X_train, axis=3)
        valid, fake = np.ones((batch_size, 1)), np.zeros((batch_size, 1))
        for epoch in range(epochs):
            idx = np.random.randint(0, X_train.shape[0], batch_size)
            imgs = X_train[idx]
            noise = np.random.normal(0, 1, (batch_size, self.latent_dim))
            gen_imgs = self.generator.predict(noise, verbose=0)
            d_real = self.discriminator.train_on_batch(imgs, valid)
            d_fake = self.discriminator.train_on_batch(gen_imgs, fake)
            d_loss = 0.5 * np.add(d_real, d_fake)
            g_loss = self.combined.train_on_batch(noise, valid)
            print("%d [D loss: %f] [G loss: %s]" % (epoch, d_loss[0], g_loss))


if __name__ == "__main__":
    gan = GAN()
    gan.train(epochs=2)
