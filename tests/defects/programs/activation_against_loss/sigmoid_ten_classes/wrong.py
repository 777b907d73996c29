"""Ten kinds of clothes; a picture shows one of them.

Silent.
"""
import tensorflow as tf
from tensorflow.keras.datasets import fashion_mnist
from tensorflow.keras.layers import Dense, Flatten, Input
from tensorflow.keras.models import Sequential

NUM_CLASSES = 10

(X_train, y_train), (X_test, y_test) = fashion_mnist.load_data()
X_train, X_test = X_train / 255.0, X_test / 255.0
y_train = tf.keras.utils.to_categorical(y_train, NUM_CLASSES)

model = Sequential()
model.add(Input(shape=X_train.shape[1:]))
model.add(Flatten())
model.add(Dense(16, activation="relu"))
model.add(Dense(NUM_CLASSES, activation="sigmoid"))  # [activation-against-loss]
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=1, verbose=0)
