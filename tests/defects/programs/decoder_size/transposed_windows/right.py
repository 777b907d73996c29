"""Windows of a sensor signal, compressed and restored."""

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

TIME_STEPS = 50
values = np.sin(np.arange(400) / 7.0)


def create_sequences(values, time_steps=TIME_STEPS):
    output = []
    for i in range(0, len(values) - time_steps + 1, 25):
        output.append(values[i : (i + time_steps)])
    return np.stack(output)


x_train = create_sequences(values, 48).reshape(-1, 48, 1)

model = tf.keras.Sequential(
    [
        layers.Input(shape=(x_train.shape[1], x_train.shape[2])),
        layers.Conv1D(8, 7, padding="same", strides=2, activation="relu"),
        layers.Conv1D(4, 7, padding="same", strides=2, activation="relu"),
        layers.Conv1DTranspose(4, 7, padding="same", strides=2, activation="relu"),
        layers.Conv1DTranspose(8, 7, padding="same", strides=2, activation="relu"),
        layers.Conv1DTranspose(1, 7, padding="same"),
    ]
)
model.compile(optimizer=tf.keras.optimizers.Adam(learning_rate=0.001), loss="mse")
model.fit(x_train, x_train, epochs=1, batch_size=8, verbose=0)
