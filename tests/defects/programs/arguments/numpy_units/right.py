"""As many units as there are different labels."""
import numpy as np
import keras

from network import classifier

rng = np.random.default_rng(1)
x = rng.normal(size=(30, 5))
y = np.arange(30) % 3
n_classes = int(np.max(y)) + 1

model = classifier(x.shape[1], n_classes)
model.compile("adam", keras.losses.SparseCategoricalCrossentropy())
model.fit(x, y, epochs=1, verbose=0)
