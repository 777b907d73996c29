"""Layers from a module whose settings name the axis."""

import numpy as np
from settings import NETWORK
from stack import make_stack

model = make_stack(**NETWORK)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(np.random.rand(4, 24, 24, 3), np.array([0, 1, 2, 0]), verbose=0)
