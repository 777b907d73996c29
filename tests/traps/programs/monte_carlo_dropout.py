"""Dropout is on in prediction, and 5 passes are stacked to (5, n, 3): the mean over axis 0 is the answer."""
import numpy as np
import keras
from keras import layers


class MCDropout(layers.Dropout):
    def call(self, inputs, training=None):
        return super().call(inputs, training=True)


x, y = np.random.rand(12, 6).astype("float32"), np.arange(12) % 3
model = keras.Sequential([keras.Input((6,)), layers.Dense(8, activation="relu"), layers.Dropout(0.5), layers.Dense(3, activation="softmax")])
model.compile("nadam", "sparse_categorical_crossentropy")
model.fit(x, y, verbose=0)
y_probas = np.stack([model(x, training=True) for _ in range(5)])
y_proba, y_std = y_probas.mean(axis=0), y_probas.std(axis=0)
accuracy = np.sum(y_proba.argmax(axis=1) == y) / len(y)
mc = keras.Sequential([MCDropout(l.rate) if isinstance(l, layers.Dropout) else l for l in model.layers])
mc.build((None, 6))
print(np.round(np.mean([mc.predict(x[:1], verbose=0) for _ in range(3)], axis=0), 2), accuracy)
