"""Recognize the ten digits; the network comes from the shared module."""
import keras
from network import Digits

(x, y), _ = keras.datasets.mnist.load_data()
x = x.reshape(-1, 784) / 255.0
y = keras.utils.to_categorical(y, num_classes=10)

model = Digits(hidden=[16, 10]).model
model.compile(loss="categorical_crossentropy", optimizer=keras.optimizers.SGD(0.1))
model.fit(x, y, epochs=1, verbose=0)
