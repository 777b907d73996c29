"""A loop adds a dropout after every layer, the last one too."""

import numpy as np
from network import mlp

y = np.random.randint(0, 3, 9)
model = mlp(4, [8, 8, 3])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(9, 4), y, verbose=0)
