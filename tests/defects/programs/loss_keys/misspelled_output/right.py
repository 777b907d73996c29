"""Two heads with names; the losses use another spelling."""

import keras
import numpy as np
from keras import layers

inputs = keras.Input((6,))
x = layers.Dense(8, activation="relu")(inputs)
price = layers.Dense(1, name="price")(x)
kind = layers.Dense(3, activation="softmax", name="kind")(x)
model = keras.Model(inputs, [price, kind])
model.compile(
    optimizer="adam",
    loss={"price": "mse", "kind": "sparse_categorical_crossentropy"},
)
model.fit(
    np.random.rand(8, 6), {"price": np.random.rand(8), "kind": np.random.randint(0, 3, 8)}, verbose=0
)
