"""A list of layers behind an Input."""
import keras
from keras import layers

model = keras.Sequential([  # output: (None, 10)  # total: 101770
    keras.Input(shape=(28, 28)),
    layers.Flatten(),  # shape: (None, 784)  # params: 0
    layers.Dense(128, activation="relu"),  # shape: (None, 128)  # params: 100480
    layers.Dropout(0.2),  # shape: (None, 128)
    layers.Dense(10, activation="softmax"),  # shape: (None, 10)  # params: 1290
])
model.summary()
