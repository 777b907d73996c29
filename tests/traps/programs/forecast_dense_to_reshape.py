"""Targets (n, 4, 2): a Dense of 8 and a Reshape give four hours of two values; nothing is broadcast."""
import numpy as np
import keras
from keras import layers

IN, OUT, FEATURES = 12, 4, 2
dense = keras.Sequential([
    keras.Input((IN, FEATURES)),
    layers.Lambda(lambda x: x[:, -1:, :], output_shape=(1, FEATURES)),
    layers.Dense(16, activation="relu"),
    layers.Dense(OUT * FEATURES, kernel_initializer="zeros"),
    layers.Reshape([OUT, FEATURES]),
])
conv = keras.Sequential([
    keras.Input((IN, FEATURES)),
    layers.Lambda(lambda x: x[:, -3:, :], output_shape=(3, FEATURES)),
    layers.Conv1D(8, activation="relu", kernel_size=3),
    layers.Dense(OUT * FEATURES, kernel_initializer=keras.initializers.zeros()),
    layers.Reshape([OUT, FEATURES]),
])
single_step = keras.Sequential([keras.Input((IN, FEATURES)), layers.LSTM(4, return_sequences=True), layers.Dense(units=1)])
x, y = np.random.rand(16, IN, FEATURES), np.random.rand(16, OUT, FEATURES)
for model in (dense, conv):
    model.compile(loss=keras.losses.MeanSquaredError(), optimizer="adam", metrics=[keras.metrics.MeanAbsoluteError()])
    model.fit(x, y, validation_split=0.25, verbose=0,
              callbacks=[keras.callbacks.EarlyStopping(monitor="val_loss", patience=2, mode="min")])
single_step.compile(loss="mse", optimizer="adam")
single_step.fit(x, x[:, :, :1], verbose=0)
