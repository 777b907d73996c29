"""A callback thaws layers and compiles again by itself; the script only sees trainable change and fit."""
import numpy as np
import keras
from keras import layers


class Trainer:
    def __init__(self, model):
        self.model = model
        self.compiled_with = None

    def compile(self, lr=1e-3):
        self.compiled_with = lr
        self.model.compile(optimizer=keras.optimizers.Adam(lr), loss="mae", metrics=["mse"])
        return self

    def unfreeze(self, n):
        for layer in self.model.layers[-n:]:
            layer.trainable = True
        return self.compile(self.compiled_with / 10)

    def run(self, x, y, **kwargs):
        return self.model.fit(x, y, verbose=0, **kwargs)


body = keras.Sequential([keras.Input((5,)), layers.Dense(4, activation="relu"), layers.Dense(4, activation="relu"), layers.Dense(1)])
for layer in body.layers[:-1]:
    layer.trainable = False
x, y = np.random.rand(10, 5), np.random.rand(10)
trainer = Trainer(body).compile()
trainer.run(x, y)
trainer.unfreeze(2).run(x, y, validation_split=0.2)
