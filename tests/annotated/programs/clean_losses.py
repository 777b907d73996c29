"""Losses and targets that fit: no finding."""
import keras
import numpy as np
from keras import layers

x = np.random.rand(30, 8)


def net(units, activation=None):
    return keras.Sequential([keras.Input((8,)), layers.Dense(units, activation=activation)])


regression = net(1)
regression.compile(loss="mse", optimizer="adam", metrics=["mae"])
regression.fit(x, np.random.rand(30), epochs=1, verbose=0)

binary = net(1, "sigmoid")
binary.compile(loss=keras.losses.BinaryCrossentropy(), optimizer="adam")
binary.fit(x, np.random.randint(0, 2, 30), verbose=0, validation_split=0.2)

several = net(4, "softmax")
several.compile("sgd", loss=keras.losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
several.fit(x, np.random.randint(4, size=(30, 1)), verbose=0)

labels = keras.utils.to_categorical(np.random.randint(0, 4, 30), num_classes=4)
one_hot = net(4, "softmax")
one_hot.compile("sgd", loss="categorical_crossentropy")
one_hot.fit(x, labels, verbose=0)
logits = net(4)
logits.compile("sgd", loss=keras.losses.CategoricalCrossentropy(from_logits=True))
logits.fit(x, labels, verbose=0)
predictions = one_hot.predict(x[:1], verbose=0)
best = int(np.argmax(predictions[0]))
