"""An experiment in a class: data in, network, training."""
import numpy as np
from keras import layers, models


class Experiment:
    def __init__(self, data, target, units=(8, 4)):
        self.data, self.target = data, target
        self.model = self.build(units)

    def build(self, units):
        model = models.Sequential()
        model.add(layers.InputLayer((self.data.shape[1], 1)))
        model.add(layers.Flatten())
        for u in units:
            model.add(layers.Dense(u, activation="relu"))
        model.add(layers.Dense(1))
        model.compile(loss="mse", optimizer="adam")
        return model

    def run(self):
        self.model.fit(self.data, self.target, epochs=1, verbose=0)


maps = np.random.rand(12, 6, 6, 2).reshape(12, -1)
energy = np.random.rand(12)
Experiment(maps, energy).run()
