"""Three days ahead, by a network of a module with one unit as its default.

Silent.
"""

import numpy as np
from forecast import network

HORIZON = 3
temperature = np.sin(np.linspace(0, 20, 80))
X = np.stack([temperature[i : i + 7] for i in range(70)])[..., None]
Y = np.stack([temperature[i + 7 : i + 7 + HORIZON] for i in range(70)])

model = network(X.shape[1])  # [units-against-target]
model.compile(optimizer="adam", loss="huber")
model.fit(X, Y, epochs=1, verbose=0)
