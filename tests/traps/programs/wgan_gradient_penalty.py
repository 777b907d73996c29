"""A GAN as keras.Model with its own train_step: two optimizers in compile, no y in fit, interpolated images."""
import numpy as np
import tensorflow as tf
import keras
from keras import layers


class WGAN(keras.Model):
    def __init__(self, discriminator, generator, latent_dim, gp_weight=10.0):
        super().__init__()
        self.discriminator, self.generator = discriminator, generator
        self.latent_dim, self.gp_weight = latent_dim, gp_weight

    def compile(self, d_optimizer, g_optimizer, d_loss_fn, g_loss_fn):
        super().compile()
        self.d_optimizer, self.g_optimizer = d_optimizer, g_optimizer
        self.d_loss_fn, self.g_loss_fn = d_loss_fn, g_loss_fn

    def gradient_penalty(self, n, real, fake):
        alpha = tf.random.uniform([n, 1, 1, 1])
        interpolated = real + alpha * (fake - real)
        with tf.GradientTape() as tape:
            tape.watch(interpolated)
            pred = self.discriminator(interpolated, training=True)
        grads = tape.gradient(pred, [interpolated])[0]
        norm = tf.sqrt(tf.reduce_sum(tf.square(grads), axis=[1, 2, 3]))
        return tf.reduce_mean((norm - 1.0) ** 2)

    def train_step(self, real):
        n = tf.shape(real)[0]
        z = tf.random.normal((n, self.latent_dim))
        with tf.GradientTape() as tape:
            fake = self.generator(z, training=True)
            cost = self.d_loss_fn(self.discriminator(real, training=True), self.discriminator(fake, training=True))
            d_loss = cost + self.gp_weight * self.gradient_penalty(n, real, fake)
        self.d_optimizer.apply_gradients(zip(tape.gradient(d_loss, self.discriminator.trainable_variables), self.discriminator.trainable_variables))
        with tf.GradientTape() as tape:
            g_loss = self.g_loss_fn(self.discriminator(self.generator(z, training=True)))
        self.g_optimizer.apply_gradients(zip(tape.gradient(g_loss, self.generator.trainable_variables), self.generator.trainable_variables))
        return {"d_loss": d_loss, "g_loss": g_loss}


generator = keras.Sequential([keras.Input((4,)), layers.Dense(2 * 2 * 8, use_bias=False), layers.BatchNormalization(), layers.LeakyReLU(), layers.Reshape((2, 2, 8)), layers.Conv2DTranspose(4, 5, 2, padding="same", use_bias=False), layers.BatchNormalization(), layers.LeakyReLU(), layers.Conv2DTranspose(1, 5, 2, padding="same", activation="tanh")])
discriminator = keras.Sequential([keras.Input((8, 8, 1)), layers.Conv2D(4, 5, 2, padding="same"), layers.LeakyReLU(0.2), layers.Flatten(), layers.Dropout(0.2), layers.Dense(1)])
wgan = WGAN(discriminator, generator, latent_dim=4)
wgan.compile(
    keras.optimizers.Adam(2e-4, beta_1=0.5), keras.optimizers.Adam(2e-4, beta_1=0.5),
    d_loss_fn=lambda real, fake: tf.reduce_mean(fake) - tf.reduce_mean(real),
    g_loss_fn=lambda fake: -tf.reduce_mean(fake),
)
wgan.fit(np.random.rand(16, 8, 8, 1).astype("float32") * 2 - 1, batch_size=8, epochs=1, verbose=0,
         callbacks=[keras.callbacks.EarlyStopping(monitor="g_loss", mode="min", patience=5)])
