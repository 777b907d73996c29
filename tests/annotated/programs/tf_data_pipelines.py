"""Datasets of tf.data: their batches have shapes, which models without an input take."""
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

images = np.zeros((20, 10, 8), dtype="float32")
labels = np.arange(20) % 4


def prepare(image, label):
    return tf.expand_dims(image, -1) / 255.0, tf.one_hot(label, 4)


train = tf.data.Dataset.from_tensor_slices((images, labels)).shuffle(20).map(prepare).batch(5).prefetch(2)
for batch, target in train.take(1):
    size = batch.shape[1:]

model = keras.Sequential([  # output: (None, 4)  # total: 2428
    keras.Input(size),
    layers.Conv2D(12, 3, activation="relu"),  # shape: (None, 8, 6, 12)  # params: 120
    layers.Flatten(),  # shape: (None, 576)
    layers.Dense(4, activation="softmax", use_bias=False) if size[0] > 100 else layers.Dense(4, activation="softmax"),  # shape: (None, 4)
])
model.compile("adam", "categorical_crossentropy")
model.fit(train, epochs=1, verbose=0)
