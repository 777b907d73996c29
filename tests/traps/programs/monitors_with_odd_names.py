"""Monitors whose mode looks wrong by name: a top-k error falls, a negative loss and an R2 score rise."""
import numpy as np
import keras
from keras import layers, ops
from keras.callbacks import EarlyStopping, ModelCheckpoint


def neg_loss(y_true, y_pred):
    return -ops.mean(ops.square(ops.cast(y_true, "float32") - y_pred))


def error_rate(y_true, y_pred):
    return ops.mean(ops.cast(ops.abs(y_true - y_pred) > 0.5, "float32"))


model = keras.Sequential([keras.Input((4,)), layers.Dense(6, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse", metrics=[neg_loss, error_rate, keras.metrics.R2Score(name="r2"), keras.metrics.MeanAbsoluteError()])
model.fit(
    np.random.rand(20, 4).astype("float32"), np.random.rand(20, 1).astype("float32"), validation_split=0.25, epochs=1, verbose=0,
    callbacks=[
        EarlyStopping(monitor="val_neg_loss", mode="max"),
        EarlyStopping(monitor="val_error_rate", mode="min", patience=2),
        EarlyStopping(monitor="val_r2", mode="max"),
        EarlyStopping(monitor="val_mean_absolute_error", mode="auto"),
        ModelCheckpoint("{epoch:02d}-{val_loss:.2f}.keras", monitor="loss"),
        EarlyStopping(monitor="learning_rate", mode="min"),
        keras.callbacks.ReduceLROnPlateau("loss"),
    ],
)
