"""Arithmetic, indexing and slicing of tensors between layers."""
import keras
from keras import layers

x = keras.Input((12, 6))
y = keras.Input((1, 6))
z = layers.Dense(6)(x * 2.0 + y - 1)  # shape: (None, 12, 6)  # params: 42
first = layers.Dense(2)(z[:, 0])  # shape: (None, 2)  # params: 14
last = layers.Dense(3)(z[:, -1, :])  # shape: (None, 3)
some = layers.Dense(4)(z[:, 2:8:2, 1:])  # shape: (None, 3, 4)  # params: 24
wide = layers.Dense(5)(z[..., None])  # shape: (None, 12, 6, 5)  # params: 10
tail = layers.Dense(6)(z[:, -5:])  # shape: (None, 5, 6)
both = layers.Dense(7)(first[:, None, :] + some[..., :2])  # shape: (None, 3, 7)  # params: 21
mask = layers.Dense(8)(keras.ops.cast(z > 0, "float32"))  # shape: (None, 12, 8)
product = layers.Dense(9)(z @ keras.ops.transpose(z, (0, 2, 1)))  # shape: (None, 12, 9)  # params: 117
negative = layers.Dense(2)(-z / (y ** 2 + 1e-6))  # shape: (None, 12, 2)
