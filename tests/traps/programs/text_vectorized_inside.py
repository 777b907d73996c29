"""Strings go into fit: TextVectorization makes ids below max_tokens of them, padded to ten words."""
import numpy as np
import tensorflow as tf
import keras
from keras import layers

texts = np.array(["the cat sat", "a dog ran far away", "the bird", "cats and dogs"] * 4)
labels = np.array([0, 1, 0, 1] * 4)
vectorize = layers.TextVectorization(max_tokens=30, output_mode="int", output_sequence_length=10)
vectorize.adapt(texts)

model = keras.Sequential([keras.Input((10,), dtype="int64"), layers.Embedding(len(vectorize.get_vocabulary()), 4, mask_zero=True), layers.Bidirectional(layers.LSTM(3)), layers.Dense(1)])
model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=True), metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)])
ds = tf.data.Dataset.from_tensor_slices((texts, labels)).batch(4).map(lambda t, l: (vectorize(t), l))
model.fit(ds, verbose=0, callbacks=[keras.callbacks.EarlyStopping(monitor="binary_accuracy", mode="max")])
model.fit(vectorize(texts), labels, verbose=0)
export = keras.Sequential([keras.Input((1,), dtype="string"), vectorize, model, layers.Activation("sigmoid")])
export(tf.constant([["a cat"], ["a dog"]]))
bag = layers.TextVectorization(max_tokens=15, output_mode="multi_hot")
bag.adapt(texts)
linear = keras.Sequential([keras.Input((len(bag.get_vocabulary()),)), layers.Dense(1, activation="sigmoid")])
linear.compile("adam", "binary_crossentropy")
linear.fit(bag(texts), labels, verbose=0)
