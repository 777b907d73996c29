"""Conv2D(16, 8, 8) has strides 8 on purpose: it cuts the image into patches for a transformer."""
import numpy as np
import keras
from keras import layers, ops

IMAGE, PATCH, DIM = 32, 8, 16


class Patches(layers.Layer):
    def __init__(self, dim):
        super().__init__()
        n = (IMAGE // PATCH) ** 2
        self.proj = layers.Conv2D(dim, 8, 8)
        self.flatten = layers.Reshape((n, dim))
        self.position = layers.Embedding(n, dim)

    def call(self, images):
        x = self.flatten(self.proj(images))
        return x + self.position(ops.arange(x.shape[1]))


inp = keras.Input((IMAGE, IMAGE, 3))
x = Patches(DIM)(inp)
for _ in range(2):
    a = layers.LayerNormalization()(x)
    x = x + layers.MultiHeadAttention(2, DIM)(a, a)
    f = layers.LayerNormalization()(x)
    f = layers.Dense(DIM * 2, activation="gelu")(f)
    x = x + layers.Dense(DIM)(f)
x = layers.LayerNormalization()(x)
x = layers.Flatten()(x)
out = layers.Dense(10)(x)
vit = keras.Model(inp, out)
vit.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
vit.fit(np.random.rand(8, IMAGE, IMAGE, 3), np.random.randint(0, 10, 8), epochs=1)
