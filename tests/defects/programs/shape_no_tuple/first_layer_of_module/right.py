"""A regressor from a module that takes the shape of one row."""

import numpy as np
from regressor import regressor

DIM = 6
X = np.random.rand(20, DIM)
y = X @ np.arange(DIM)

model = regressor(shape=(DIM,))
model.fit(X, y, epochs=1, verbose=0)
