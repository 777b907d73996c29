"""Two views are concatenated along the batch axis on purpose: the contrastive loss compares all pairs."""
import numpy as np
import tensorflow as tf
import keras
from keras import layers, ops


class Contrastive(keras.Model):
    def __init__(self, encoder, head, temperature=0.1):
        super().__init__()
        self.encoder, self.head, self.temperature = encoder, head, temperature
        self.augment = layers.GaussianNoise(0.1)
        self.tracker = keras.metrics.Mean(name="c_loss")

    def train_step(self, x):
        n = ops.shape(x)[0]
        with tf.GradientTape() as tape:
            views = ops.concatenate([self.augment(x, training=True), self.augment(x, training=True)], axis=0)
            z = self.head(self.encoder(views, training=True))
            z = ops.normalize(z, axis=1)
            similarity = ops.matmul(z, ops.transpose(z)) / self.temperature
            similarity = similarity - 1e9 * ops.eye(2 * n)
            labels = ops.concatenate([ops.arange(n) + n, ops.arange(n)], axis=0)
            loss = keras.losses.sparse_categorical_crossentropy(labels, similarity, from_logits=True)
        weights = self.encoder.trainable_weights + self.head.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        self.tracker.update_state(loss)
        return {"c_loss": self.tracker.result()}


encoder = keras.Sequential([keras.Input((12,)), layers.Dense(8, activation="relu")])
head = keras.Sequential([keras.Input((8,)), layers.Dense(8, activation="relu"), layers.Dense(4)])
model = Contrastive(encoder, head)
model.compile(optimizer=keras.optimizers.Adam())
model.fit(np.random.rand(16, 12).astype("float32"), epochs=1, batch_size=8, verbose=0)
encoder.trainable = False
probe = keras.Sequential([encoder, layers.Dense(3)])
probe.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
probe.fit(np.random.rand(9, 12), np.arange(9) % 3, verbose=0)
