"""A recurrent autoencoder of a module that gives the last step alone."""

import numpy as np
from sequences import autoencoder

x = np.random.rand(12, 10, 3)
model = autoencoder(x.shape[1], x.shape[2])
model.fit(x, x, epochs=1, verbose=0)
