"""Three outputs for one target: the pinball loss compares each quantile with the same column."""
import numpy as np
import keras
from keras import layers, ops

QUANTILES = [0.1, 0.5, 0.9]


def pinball(y_true, y_pred):
    q = ops.array(QUANTILES)
    err = y_true - y_pred
    return ops.mean(ops.maximum(q * err, (q - 1) * err))


class GaussianNLL(keras.losses.Loss):
    def call(self, y_true, y_pred):
        mean, log_var = y_pred[:, :1], y_pred[:, 1:]
        return ops.mean(log_var + ops.square(y_true - mean) / ops.exp(log_var), axis=-1)


x = np.random.rand(32, 4).astype("float32")
y = (x.sum(axis=1, keepdims=True) + np.random.randn(32, 1) * 0.1).astype("float32")
for units, loss in [(len(QUANTILES), pinball), (2, GaussianNLL())]:
    model = keras.Sequential([keras.Input((4,)), layers.Dense(8, activation="relu"), layers.Dense(units)])
    model.compile("adam", loss)
    model.fit(x, y, validation_split=0.25, verbose=0)
    low = model.predict(x[:5], verbose=0)[:, 0]
