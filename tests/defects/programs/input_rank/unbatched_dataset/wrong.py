"""A dataset of digits, shuffled and scaled by a pipeline.

Raises.
"""
import tensorflow as tf

(x, y), _ = tf.keras.datasets.mnist.load_data()


def scale(image, label):
    return tf.cast(image, tf.float32) / 255.0, label


train_ds = tf.data.Dataset.from_tensor_slices((x, y)).map(scale).shuffle(100)

model = tf.keras.Sequential([
    tf.keras.layers.Input(shape=(28, 28)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(10, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(train_ds, epochs=1, verbose=0)  # [input-rank]
