"""Dense(2) without activation before Dense(8): a low-rank adapter that is added to the frozen layer."""
import numpy as np
import keras
from keras import layers


class LoRADense(layers.Layer):
    def __init__(self, original, rank=2, alpha=4, **kwargs):
        super().__init__(**kwargs)
        self.original = original
        self.original.trainable = False
        self.scale = alpha / rank
        self.A = layers.Dense(rank, use_bias=False, name="lora_A")
        self.B = layers.Dense(original.units, use_bias=False, kernel_initializer="zeros", name="lora_B")

    def call(self, x):
        return self.original(x) + self.B(self.A(x)) * self.scale


base = layers.Dense(8, activation=None)
inp = keras.Input((6,))
x = layers.Activation("relu")(LoRADense(base)(inp))
x = layers.Dense(4, activation="relu")(x)
down = layers.Dense(2, use_bias=False)(x)
up = layers.Dense(4, use_bias=False, kernel_initializer="zeros")(down)
x = layers.Add()([x, up])
model = keras.Model(inp, layers.Dense(1)(x))
model.compile("adam", "mse")
model.fit(np.random.rand(8, 6), np.random.rand(8), verbose=0)
