"""Batches are made, unmade, zipped, windowed and mapped: at fit every dataset has its batch axis once."""
import numpy as np
import tensorflow as tf
import keras
from keras import layers

x, y = np.random.rand(24, 6).astype("float32"), np.random.randint(0, 3, 24)
model = keras.Sequential([keras.Input((6,)), layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
D = tf.data.Dataset

model.fit(D.zip((D.from_tensor_slices(x), D.from_tensor_slices(y))).batch(8), verbose=0)
model.fit(D.from_tensors((x, y)), verbose=0)
model.fit(D.from_tensor_slices((x, y)).batch(4).unbatch().shuffle(24).repeat().batch(6), steps_per_epoch=2, verbose=0)
ds = D.from_tensor_slices({"features": x, "label": y})
ds = ds.map(lambda row: (row["features"], row["label"])).batch(8, drop_remainder=True)
train, val = ds.skip(1), ds.take(1)
model.fit(train, validation_data=val, batch_size=None, verbose=0)
model.predict(ds.map(lambda a, b: a), verbose=0)
model.predict(D.from_tensor_slices(x[0][None]).batch(1), verbose=0)
parts = D.range(24).map(lambda i: (tf.gather(x, i), tf.gather(y, i))).padded_batch(8, ([6], []))
model.fit(parts.prefetch(tf.data.AUTOTUNE), class_weight={0: 1.0, 1: 2.0, 2: 1.0}, verbose=0)
signal = D.range(40).window(7, shift=1, drop_remainder=True).flat_map(lambda w: w.batch(7))
signal = signal.map(lambda w: (tf.cast(w[:-1], tf.float32), tf.cast(w[-1] % 3, tf.int32))).batch(5)
model.fit(signal, verbose=0)
for xb, yb in ds.take(1):
    model.train_on_batch(xb, yb)
    model.evaluate(xb, yb, verbose=0)
