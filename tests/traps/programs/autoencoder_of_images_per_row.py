"""An autoencoder without Flatten, Dense on rows of 28 pixels: the target is the input, with all its axes."""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

(x_train, _), (x_test, _) = keras.datasets.fashion_mnist.load_data()
x_train = x_train.astype("float32") / 255.0
x_test = x_test.astype("float32") / 255.0


class Autoencoder(keras.Model):
    def __init__(self, latent_dim, shape):
        super().__init__()
        self.latent_dim, self.shape = latent_dim, shape
        self.encoder = keras.Sequential([layers.Flatten(), layers.Dense(latent_dim, activation="relu")])
        self.decoder = keras.Sequential(
            [layers.Dense(int(np.prod(shape)), activation="sigmoid"), layers.Reshape(shape)]
        )

    def call(self, x):
        return self.decoder(self.encoder(x))


autoencoder = Autoencoder(16, x_test.shape[1:])
autoencoder.compile(optimizer="adam", loss=keras.losses.MeanSquaredError())
autoencoder.fit(x_train, x_train, epochs=1, shuffle=True, validation_data=(x_test, x_test))
encoded_imgs = autoencoder.encoder(x_test).numpy()
decoded_imgs = autoencoder.decoder(encoded_imgs).numpy()

rows = keras.Sequential([keras.Input((28, 28)), layers.Dense(8, activation="relu"), layers.Dense(28, activation="sigmoid")])
rows.compile("adam", "binary_crossentropy")
rows.fit(x_train, x_train, epochs=1, validation_data=(x_test, x_test))
