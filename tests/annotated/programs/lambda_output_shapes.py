"""Lambda: Keras 3 believes `output_shape` and leaves the function for later."""
import keras
from keras import layers, ops

image = keras.Input((8, 8, 6))
row = keras.Input((5,))


def joined_shape(shapes):
    left, right = shapes
    return (left[0], left[1] + right[1])


def half_shape(shape):
    return [(*shape[:3], shape[3] // 2)] * 2


def column(tensor, index):
    return tensor[:, :, index]


total = layers.Lambda(lambda t: ops.sum(t), output_shape=(1,))(image)  # shape: (None, 1)
mean = layers.Lambda(lambda t: ops.mean(t, axis=1), output_shape=lambda s: (s[0], s[2], s[3]))(image)  # shape: (None, 8, 6)
both = layers.Lambda(lambda pair: ops.concatenate(pair, -1), output_shape=joined_shape)([row, row])  # shape: (None, 10)
left, right = layers.Lambda(lambda t: ops.split(t, 2, -1), output_shape=half_shape)(image)  # shape: [(None, 8, 8, 3), (None, 8, 8, 3)]
part = layers.Lambda(column, arguments={"index": 1}, output_shape=(8, 6))(image)  # shape: (None, 8, 6)
free = layers.Lambda(lambda t: ops.sum(t, axis=(1, 2)))(image)  # shape: (None, 6)
outputs = [total, mean, both, layers.Conv2D(2, 3)(right), left, part, free]  # shape: (None, 6, 6, 2)
model = keras.Model([image, row], outputs)
