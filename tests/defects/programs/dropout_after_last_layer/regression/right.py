"""A dropout behind the layer that gives the price."""

import keras
from keras import layers

(x, y), _ = keras.datasets.california_housing.load_data()
model = keras.Sequential(
    [
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dropout(0.2),
        layers.Dense(1),
    ]
)
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, verbose=0)
