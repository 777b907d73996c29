"""A loop by hand with targets (n,) and an output (n, 1): tf.squeeze comes before the subtraction."""
import numpy as np
import tensorflow as tf
from tensorflow import keras

x = np.random.rand(64, 3).astype("float32")
y = x @ np.array([1.0, -2.0, 0.5], dtype="float32")

model = keras.Sequential([keras.layers.Input((3,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam(1e-2)
loss_fn = keras.losses.MeanSquaredError()
dataset = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(64).batch(16)

for epoch in range(2):
    for xb, yb in dataset:
        with tf.GradientTape() as tape:
            pred = tf.squeeze(model(xb, training=True), axis=-1)
            loss = tf.reduce_mean(tf.square(pred - yb)) + sum(model.losses)
        grads = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(grads, model.trainable_variables))
final = loss_fn(y[:, None], model(x))
