"""A model with its own train_step, a sampling layer and a loss of its own."""
import keras
import tensorflow as tf
from keras import layers, ops


class Sampling(layers.Layer):
    """Draws from the distribution that mean and log variance describe."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(1337)

    def call(self, inputs):
        z_mean, z_log_var = inputs
        batch = ops.shape(z_mean)[0]
        dim = ops.shape(z_mean)[1]
        epsilon = keras.random.normal(shape=(batch, dim), seed=self.seed_generator)
        return z_mean + ops.exp(0.5 * z_log_var) * epsilon


latent_dim = 2
encoder_inputs = keras.Input(shape=(28, 28, 1))
x = layers.Conv2D(4, 3, activation="relu", strides=2, padding="same")(encoder_inputs)  # shape: (None, 14, 14, 4)
x = layers.Conv2D(8, 3, activation="relu", strides=2, padding="same")(x)  # shape: (None, 7, 7, 8)
shape_before = x.shape[1:]
x = layers.Flatten()(x)  # shape: (None, 392)
z_mean = layers.Dense(latent_dim, name="z_mean")(x)  # shape: (None, 2)  # params: 786
z_log_var = layers.Dense(latent_dim, name="z_log_var")(x)  # shape: (None, 2)
z = Sampling()([z_mean, z_log_var])  # shape: (None, 2)
encoder = keras.Model(encoder_inputs, [z_mean, z_log_var, z], name="encoder")  # output: [(None, 2), (None, 2), (None, 2)]

decoder_inputs = keras.Input(shape=(latent_dim,))
x = layers.Dense(7 * 7 * 8, activation="relu")(decoder_inputs)  # shape: (None, 392)
x = layers.Reshape(shape_before)(x)  # shape: (None, 7, 7, 8)
for filters in (8, 4):
    x = layers.Conv2DTranspose(filters, 3, strides=2, padding="same")(x)  # shape: (None, 14, 14, 8) | (None, 28, 28, 4)
decoded = layers.Conv2D(1, 3, padding="same")(x)  # shape: (None, 28, 28, 1)
decoder = keras.Model(decoder_inputs, decoded)  # output: (None, 28, 28, 1)


class VAE(keras.Model):
    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder
        self.decoder = decoder
        self.loss_tracker = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.loss_tracker]

    def train_step(self, data):
        with tf.GradientTape() as tape:
            mean, log_var, z = self.encoder(data)
            loss = ops.mean(ops.square(data - self.decoder(z)))
        grads = tape.gradient(loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.trainable_weights))
        self.loss_tracker.update_state(loss)
        return {"loss": self.loss_tracker.result()}


(digits, _), _ = keras.datasets.mnist.load_data()
digits = digits[..., None].astype("float32") / 255
vae = VAE(encoder, decoder)
vae.compile(optimizer=keras.optimizers.Adam())
vae.fit(digits, epochs=1, batch_size=32, verbose=0)
