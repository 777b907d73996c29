"""Layers of the user's own: __init__, build, call, add_weight."""
import keras
from keras import layers, ops


class Linear(layers.Layer):
    def __init__(self, units=32, bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.bias = bias

    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        if self.bias:
            self.b = self.add_weight(shape=(self.units,), initializer="zeros", trainable=False)

    def call(self, inputs):
        y = ops.matmul(inputs, self.w)
        return y + self.b if self.bias else y


class Residual(layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.norm = layers.LayerNormalization()  # shape: (None, 10, 6)  # params: 12
        self.inner = [Linear(width), layers.Activation("relu"), Linear(6, bias=False)]  # shape: (None, 10, 24) | (None, 10, 24) | (None, 10, 6)  # params: 168 | 0 | 144

    def call(self, x, training=False):
        y = self.norm(x)
        for layer in self.inner:
            y = layer(y)
        return x + y


class Pooled(keras.layers.Layer):
    axis = 1

    @property
    def reduced(self):
        return self.axis

    def call(self, x):
        return ops.mean(x, axis=self.reduced), ops.max(x, axis=self.reduced)

    def compute_output_shape(self, input_shape):
        shape = (input_shape[0], input_shape[2])
        return shape, shape


inputs = keras.Input((10, 4))
x = Linear(6)(inputs)  # shape: (None, 10, 6)  # params: 30
x = Residual(24)(x)  # shape: (None, 10, 6)  # params: 324
mean, top = Pooled()(x)  # shape: [(None, 6), (None, 6)]  # params: 0
out = layers.Dense(1)(layers.concatenate([mean, top]))  # shape: (None, 1) | (None, 12)  # params: 13 | 0
model = keras.Model(inputs, out)  # output: (None, 1)  # total: 367
stack = keras.Sequential([keras.Input((7,)), Linear(5), layers.Dense(2)])  # shape: (None, 5) | (None, 2)  # params: 40 | 12
