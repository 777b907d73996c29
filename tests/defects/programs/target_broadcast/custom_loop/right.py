"""Fit a line with a loop of one's own."""
import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 64).astype("float32").reshape(-1, 1)
y = 3 * x[:, 0] + 0.5

model = tf.keras.Sequential([
    tf.keras.layers.Input((1,)),
    tf.keras.layers.Dense(1),
])
optimizer = tf.keras.optimizers.SGD(0.1)

for step in range(3):
    with tf.GradientTape() as tape:
        prediction = model(x, training=True)
        loss = tf.reduce_mean(tf.square(y - prediction[:, 0]))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
print(float(loss))
