"""Fixed word vectors for an Embedding, in a module.

Raises.
"""

import numpy as np
from words import build

WORDS = {"good": 1, "bad": 2, "film": 3}
vectors = np.random.rand(len(WORDS) + 1, 5)
model = build(vectors)  # [removed-argument]
model.compile("adam", "binary_crossentropy")
model.fit(np.array([[1, 3], [2, 3]]), np.array([1, 0]), verbose=0)
