"""An own loss masks padding and the metric is by hand: targets (n, 8) against an output of (None, 8, 12)."""
import numpy as np
import keras
from keras import layers, ops


@keras.saving.register_keras_serializable()
def masked_loss(label, pred):
    mask = ops.cast(label != 0, "float32")
    loss = keras.losses.sparse_categorical_crossentropy(label, pred, from_logits=True)
    return ops.sum(loss * mask) / ops.sum(mask)


def masked_accuracy(label, pred):
    match = ops.cast(ops.equal(ops.cast(label, "int32"), ops.cast(ops.argmax(pred, axis=2), "int32")), "float32")
    mask = ops.cast(label != 0, "float32")
    return ops.sum(match * mask) / ops.sum(mask)


def positional_encoding(length, depth):
    depth = depth / 2
    positions = np.arange(length)[:, np.newaxis]
    depths = np.arange(depth)[np.newaxis, :] / depth
    angle_rads = positions * (1 / (10000**depths))
    return np.concatenate([np.sin(angle_rads), np.cos(angle_rads)], axis=-1).astype("float32")


ctx, tgt = keras.Input((10,), dtype="int32"), keras.Input((8,), dtype="int32")
e = layers.Embedding(12, 16, mask_zero=True)(ctx) * 4.0 + positional_encoding(50, 16)[None, :10]
e = layers.LayerNormalization()(e + layers.MultiHeadAttention(2, 8)(e, e))
d = layers.Embedding(12, 16)(tgt) + positional_encoding(50, 16)[np.newaxis, :8, :]
d = layers.LayerNormalization()(d + layers.MultiHeadAttention(2, 8)(d, d, use_causal_mask=True))
d = layers.LayerNormalization()(d + layers.MultiHeadAttention(2, 8)(query=d, key=e, value=e))
model = keras.Model([ctx, tgt], layers.Dense(12)(d))
model.compile("adam", masked_loss, metrics=[masked_accuracy])
tokens = np.random.randint(1, 12, (6, 9))
model.fit((np.random.randint(1, 12, (6, 10)), tokens[:, :-1]), tokens[:, 1:], validation_split=0.34, verbose=0,
          callbacks=[keras.callbacks.EarlyStopping("val_masked_accuracy", mode="max")])
