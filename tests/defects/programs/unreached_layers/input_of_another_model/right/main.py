"""A model from a module whose Input was made a second time."""

import numpy as np
from branches import two_branches

model = two_branches(5, 3)
model.compile("adam", "mse")
model.fit([np.random.rand(4, 5), np.random.rand(4, 3)], np.random.rand(4), verbose=0)
