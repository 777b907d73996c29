"""A Python generator, a PyDataset and a dataset from a generator feed one model: batches, not samples."""
import numpy as np
import tensorflow as tf
import keras
from keras import layers


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size=8, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y, self.batch_size = x, y, batch_size

    def __len__(self):
        return int(np.ceil(len(self.x) / self.batch_size))

    def __getitem__(self, index):
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        return self.x[part].reshape(-1, 20, 1) / 10.0, self.y[part]


def batches(x, y, size):
    while True:
        rows = np.random.choice(len(x), size)
        yield x[rows][..., np.newaxis], y[rows]


x, y = np.random.rand(40, 20).astype("float32"), np.random.randint(0, 2, 40).astype("float32")
model = keras.Sequential([layers.Input((20, 1)), layers.Conv1D(4, 5, activation="relu"), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(Batches(x, y), epochs=1, verbose=0)
model.fit(batches(x, y, 8), steps_per_epoch=3, epochs=1, verbose=0)
ds = tf.data.Dataset.from_generator(
    lambda: ((row[:, None], label) for row, label in zip(x, y)),
    output_signature=(tf.TensorSpec((20, 1), tf.float32), tf.TensorSpec((), tf.float32)),
).batch(8)
model.fit(ds, epochs=1, verbose=0)
