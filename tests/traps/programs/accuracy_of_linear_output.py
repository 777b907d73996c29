"""accuracy on a linear output: the targets are whole numbers, and a metric by hand rounds predictions."""
import numpy as np
import keras
from keras import layers, ops


def within_one(y_true, y_pred):
    return ops.mean(ops.cast(ops.abs(ops.cast(y_true, y_pred.dtype) - ops.round(y_pred)) <= 1, "float32"))


x = np.random.rand(40, 3)
stars = np.random.randint(1, 6, 40)
model = keras.Sequential([layers.Input((3,)), layers.Dense(6, activation="relu"), layers.Dense(1)])
model.compile(loss="mse", optimizer="adam", metrics=[within_one, keras.metrics.RootMeanSquaredError(name="rmse")])
model.fit(x, stars, verbose=0, validation_split=0.1,
          callbacks=[keras.callbacks.EarlyStopping("val_within_one", mode="max"),
                     keras.callbacks.ReduceLROnPlateau(monitor="val_rmse", mode="min")])

logits = keras.Sequential([layers.Input((3,)), layers.Dense(1)])
logits.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer="adam",
               metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)])
logits.fit(x, (stars > 3).astype(int), verbose=0)
