"""Under mixed precision the softmax is a layer of its own with dtype float32; everything is made in a scope."""
import numpy as np
import tensorflow as tf
import keras
from keras import layers

keras.mixed_precision.set_global_policy("mixed_bfloat16")
strategy = tf.distribute.get_strategy()
BATCH = 4 * strategy.num_replicas_in_sync
with strategy.scope():
    inputs = keras.Input(shape=(28, 28, 1))
    x = layers.Rescaling(1.0 / 255)(inputs)
    x = layers.Conv2D(4, 3, activation="relu")(x)
    x = layers.Flatten()(x)
    x = layers.Dense(10, name="dense_logits")(x)
    outputs = layers.Activation("softmax", dtype="float32", name="predictions")(x)
    model = keras.Model(inputs, outputs)
    model.compile(keras.optimizers.Adam(1e-3), "sparse_categorical_crossentropy", metrics=["accuracy"])
(x_train, y_train), _ = keras.datasets.mnist.load_data()
model.fit(x_train[:16, ..., np.newaxis], y_train[:16], batch_size=BATCH, verbose=0)
