"""trainable is switched inside the training loop: with train_on_batch of two models the book does so."""
import numpy as np
from tensorflow import keras

codings = 5
generator = keras.models.Sequential([
    keras.layers.Input(shape=[codings]),
    keras.layers.Dense(20, activation="selu"),
    keras.layers.Dense(28 * 28, activation="sigmoid"),
    keras.layers.Reshape([28, 28]),
])
discriminator = keras.models.Sequential([
    keras.layers.Flatten(input_shape=[28, 28]),
    keras.layers.Dense(20, activation="selu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
gan = keras.models.Sequential([generator, discriminator])
discriminator.compile(loss="binary_crossentropy", optimizer="rmsprop")
discriminator.trainable = False
gan.compile(loss="binary_crossentropy", optimizer="rmsprop")


def train_gan(gan, data, batch_size, n_epochs):
    generator, discriminator = gan.layers
    for epoch in range(n_epochs):
        for start in range(0, len(data), batch_size):
            X_batch = data[start : start + batch_size]
            noise = np.random.normal(size=(batch_size, codings))
            generated = generator.predict(noise, verbose=0)
            X_fake_and_real = np.concatenate([generated, X_batch], axis=0)
            y1 = np.array([[0.0]] * batch_size + [[1.0]] * batch_size)
            discriminator.trainable = True
            discriminator.train_on_batch(X_fake_and_real, y1)
            noise = np.random.normal(size=(batch_size, codings))
            y2 = np.array([[1.0]] * batch_size)
            discriminator.trainable = False
            gan.train_on_batch(noise, y2)


train_gan(gan, np.random.rand(16, 28, 28).astype(np.float32), 8, 1)
