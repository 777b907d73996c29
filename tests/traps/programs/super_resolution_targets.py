"""The output is twice as large as the input: so are the targets, which are not the input here."""
import numpy as np
import keras
import tensorflow as tf
from keras import layers, ops


class PixelShuffle(layers.Layer):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def call(self, x):
        return tf.nn.depth_to_space(x, self.factor)

    def compute_output_shape(self, s):
        return (s[0], *(n and n * self.factor for n in s[1:3]), s[3] // self.factor**2)


high = np.random.rand(6, 32, 32, 1).astype("float32")
low = high[:, ::2, ::2]
inp = keras.Input((None, None, 1))
x = layers.Conv2D(8, 5, padding="same", activation="relu")(inp)
x = layers.Conv2D(4, 3, padding="same")(x)
out = PixelShuffle(2)(x)
model = keras.Model(inp, out)
model.compile("adam", "mse")
model.fit(low, high, verbose=0)
denoiser = keras.Sequential([keras.Input((32, 32, 1)), layers.Conv2D(2, 3, strides=2, padding="same"), layers.UpSampling2D(), layers.Conv2D(1, 3, padding="same")])
denoiser.compile("adam", "mae")
denoiser.fit(high + 0.1 * np.random.randn(*high.shape), high, validation_data=(np.repeat(np.repeat(low, 2, 1), 2, 2), high), verbose=0)
big = ops.image.resize(low, (32, 32))
print(ops.mean(ops.square(big - high)))
