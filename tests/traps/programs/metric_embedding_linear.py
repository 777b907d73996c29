"""Two linear Dense in a row at a fork: the embedding itself is an output, and the loss of both heads needs it."""
import numpy as np
import keras
from keras import layers, ops

inp = keras.Input((10,))
h = layers.Dense(16, activation="relu")(inp)
embedding = layers.Dense(20, name="embedding")(h)
logits = layers.Dense(5, name="logits")(embedding)
model = keras.Model(inp, {"embedding": embedding, "logits": logits})


def spread(y_true, y_pred):
    centered = y_pred - ops.mean(y_pred, axis=0, keepdims=True)
    return -ops.mean(ops.square(centered))


model.compile(
    "adam",
    loss={"embedding": spread, "logits": keras.losses.SparseCategoricalCrossentropy(from_logits=True)},
    loss_weights={"embedding": 0.01, "logits": 1.0},
)
x, y = np.random.rand(10, 10), np.arange(10) % 5
model.fit(x, {"embedding": np.zeros((10, 20)), "logits": y}, verbose=0)
