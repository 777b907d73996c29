"""The last Dense is linear, but the outputs are probabilities all the same: softmax by function, averages, products."""
import numpy as np
import keras
import tensorflow as tf
from keras import layers, ops

x, y = np.random.rand(16, 5), np.arange(16) % 3


def train(inputs, outputs, loss="sparse_categorical_crossentropy", target=y):
    model = keras.Model(inputs, outputs)
    model.compile("adam", loss)
    model.fit(x, target, verbose=0)
    return model


def body():
    inp = keras.Input((5,))
    return inp, layers.Dense(8, activation="relu")(inp)


inp, h = body()
train(inp, ops.softmax(layers.Dense(3)(h)))
inp, h = body()
train(inp, layers.Activation(tf.nn.softmax)(layers.Dense(3)(h)))
inp, h = body()
train(inp, layers.Lambda(lambda t: tf.nn.softmax(t), output_shape=(3,))(layers.Dense(3)(h)))
inp, h = body()
members = [layers.Dense(3, activation="softmax")(h) for _ in range(3)]
train(inp, layers.Average()(members))
inp, h = body()
a, b = layers.Dense(1, activation="sigmoid")(h), layers.Dense(1, activation="sigmoid")(h)
train(inp, layers.Multiply()([a, b]), "binary_crossentropy", (y > 1).astype(int))
inp, h = body()
train(inp, 1.0 - layers.Dense(1, activation=keras.ops.sigmoid)(h), keras.losses.BinaryCrossentropy(), (y > 0) * 1.0)
inp, h = body()
train(inp, layers.Concatenate()([layers.Dense(1, activation="sigmoid")(h) for _ in range(4)]), "binary_crossentropy", np.random.randint(0, 2, (16, 4)))
inp, h = body()
head = keras.Sequential([layers.Dense(6), layers.ReLU(), layers.Dense(3), layers.Softmax()])
train(inp, head(h))
