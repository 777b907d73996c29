"""Functions of tf, tf.math, tf.nn and tf.image, inside layers of the user's own."""
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Patches(layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size

    def call(self, images):
        batch = tf.shape(images)[0]
        patches = tf.image.extract_patches(
            images=images,
            sizes=[1, self.size, self.size, 1],
            strides=[1, self.size, self.size, 1],
            rates=[1, 1, 1, 1],
            padding="VALID",
        )
        return tf.reshape(patches, [batch, -1, patches.shape[-1]])


class Positions(layers.Layer):
    def __init__(self, count, width):
        super().__init__()
        self.count = count
        self.project = layers.Dense(width)  # shape: (None, None, 24)  # params: 1176
        self.embed = layers.Embedding(count, width)  # shape: (36, 24)  # params: 864

    def call(self, patches):
        places = tf.range(start=0, limit=self.count, delta=1)
        return self.project(patches) + self.embed(places)


class Reduce(layers.Layer):
    def call(self, x):
        a = tf.reduce_mean(x, axis=1)
        b = tf.math.reduce_max(x, 1, keepdims=True)
        c = tf.squeeze(b, 1)
        d = tf.concat([a, c], axis=-1)
        e = tf.nn.l2_normalize(tf.nn.relu(d), axis=1)
        f = tf.matmul(e, e, transpose_b=True)
        return e, tf.cast(f, tf.float32), tf.transpose(x, perm=[0, 2, 1]), tf.expand_dims(tf.argmax(x, -1), -1)


inputs = keras.Input((24, 24, 3))
patches = Patches(4)(inputs)  # shape: (None, None, 48)  # params: 0
x = Positions(36, 24)(patches)  # shape: (None, 36, 24)  # params: 2040
e, f, g, h = Reduce()(x)  # shape: [(None, 48), (None, None), (None, 24, 36), (None, 36, 1)]
out = layers.Dense(2)(e)  # shape: (None, 2)  # params: 98
