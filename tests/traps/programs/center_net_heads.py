"""Three dense maps with losses of other kinds, the targets in a list; a mask channel is split inside the loss."""
import numpy as np
import keras
from keras import layers, ops


def masked_l1(y_true, y_pred):
    offset, mask = y_true[..., :2], y_true[..., 2:]
    return ops.sum(ops.abs(offset - y_pred) * mask) / (ops.sum(mask) + 1e-6)


def focal(y_true, y_pred):
    p = ops.clip(y_pred, 1e-4, 1 - 1e-4)
    return -ops.mean(y_true * (1 - p) ** 2 * ops.log(p) + (1 - y_true) ** 4 * p**2 * ops.log(1 - p))


inp = keras.Input((32, 32, 3))
x = layers.Conv2D(4, 3, strides=2, padding="same", activation="relu")(inp)
x = layers.SeparableConv2D(8, 3, strides=2, padding="same", activation="relu")(x)
heat = layers.Conv2D(2, 1, activation="sigmoid", name="heat", bias_initializer=keras.initializers.Constant(-2.19))(x)
offset = layers.Conv2D(2, 1, name="offset")(x)
label = layers.Dense(1, activation="sigmoid", name="any")(layers.GlobalMaxPooling2D()(heat))
model = keras.Model(inp, [heat, offset, label])
model.compile("adam", [focal, masked_l1, "binary_crossentropy"], loss_weights=[1.0, 0.1, 0.1])
model.fit(np.random.rand(4, 32, 32, 3), [np.random.rand(4, 8, 8, 2), np.random.rand(4, 8, 8, 3), np.array([0, 1, 1, 0])], verbose=0)
