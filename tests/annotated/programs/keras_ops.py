"""Functions of keras.ops between layers."""
import keras
from keras import layers, ops

x = keras.Input((4, 6, 8))


def see(t):
    return layers.Activation("linear")(t)  # shape: (None, 24, 8) | (None, 8, 4, 6) | (None, 4, 1, 6, 8) | (None, 4, 6) | (None, 6, 8) | (None, 8, 6, 8) | (None, 2, 4, 6, 8) | (None, 4, 6, 2) | (None, 4, 6, 8) | (None, 4, 6) | (None, 4, 6, 8, 3) | (None, 4, 8, 8) | (None, 4, 6, 3) | (None, 4, 6, 16) | (None, 6, 8, 4) | (None, 4, 6, 6) | (None, 4, 12, 8) | (None, 1, 6, 8)


_ = see(ops.reshape(x, (-1, 24, 8)))
_ = see(ops.transpose(x, (0, 3, 1, 2)))
_ = see(ops.expand_dims(x, 2))
_ = see(ops.mean(x, axis=-1))
_ = see(ops.squeeze(x[:, :1], axis=1))
_ = see(ops.concatenate([x, x], axis=1))
_ = see(ops.stack([x, x], axis=1))
_ = see(ops.split(x, 4, axis=-1)[1])
_ = see(ops.where(x > 0, x, 0.0))
_ = see(ops.argmax(x, axis=-1))
_ = see(ops.one_hot(ops.cast(x, "int32"), 3))
_ = see(ops.pad(x, [[0, 0], [0, 0], [1, 1], [0, 0]]))
_ = see(ops.top_k(x, 3)[0])
_ = see(ops.tile(x, [1, 1, 1, 2]))
_ = see(ops.moveaxis(x, 1, 3))
_ = see(ops.einsum("bijk,bilk->bijl", x, x))
_ = see(ops.repeat(x, 2, axis=2))
_ = see(ops.max(x, axis=1, keepdims=True))
flat = layers.Flatten()(ops.softmax(ops.relu(x), axis=-1))  # shape: (None, 192)
norm = layers.Dense(1)(ops.normalize(flat))  # shape: (None, 1)  # params: 193
