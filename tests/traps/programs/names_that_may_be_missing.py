"""Layers that this Keras does not have are asked for under hasattr, getattr with a default, and try."""
import numpy as np
import keras
from keras import layers

Norm = layers.GroupNormalization if hasattr(layers, "GroupNormalization") else layers.LayerNormalization
Gelu = getattr(layers, "GELU", None)
try:
    from keras.layers import CuDNNLSTM as LSTM
except ImportError:
    from keras.layers import LSTM
try:
    Conv = layers.QuaternionConv2D
except AttributeError:
    Conv = layers.Conv2D


class Swish(layers.Layer):
    def call(self, x):
        return x * keras.ops.sigmoid(x)


layers.Swish = Swish
parts = [layers.Input((6, 4)), LSTM(8, return_sequences=True), Norm(groups=2) if "Group" in Norm.__name__ else Norm()]
parts += [Gelu()] if Gelu else [layers.Swish()]
model = keras.Sequential([*parts, layers.Flatten(), layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.random.rand(3, 6, 4), np.zeros(3), verbose=0)
conv = Conv(2, 3)
