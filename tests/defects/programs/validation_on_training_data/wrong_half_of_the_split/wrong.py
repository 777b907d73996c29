"""A helper trains any model; it validates on what it trained with.

Silent.
"""

import tensorflow as tf
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

data = load_breast_cancer()
X_train, X_test, y_train, y_test = train_test_split(data.data, data.target, random_state=0)


def train(model, train_data, test_data, epochs=1):
    x, y = train_data
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    return model.fit(x, y, epochs=epochs, validation_data=(x, y), verbose=0)  # [validation-on-training-data]


net = tf.keras.Sequential()
net.add(tf.keras.layers.Input((30,)))
net.add(tf.keras.layers.BatchNormalization())
net.add(tf.keras.layers.Dense(4, activation="relu"))
net.add(tf.keras.layers.Dense(1, activation="sigmoid"))
train(net, (X_train, y_train), (X_test, y_test))
