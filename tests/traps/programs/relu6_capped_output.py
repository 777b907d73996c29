"""relu on the last layer with mse: the targets are counts, which are never negative."""
import numpy as np
import keras
from keras import layers

counts = np.random.poisson(3.0, size=200).astype("float32")
features = np.random.rand(200, 5)

for activation, loss in (("relu", "mse"), ("softplus", "poisson"), ("exponential", "poisson"), ("sigmoid", "mae")):
    y = counts / counts.max() if activation == "sigmoid" else counts
    model = keras.Sequential([layers.Input((5,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation=activation)])
    model.compile("adam", loss, metrics=["mae"])
    model.fit(features, y, batch_size=50, verbose=0)
