"""A siamese net from a module, asked about a single image."""

import numpy as np
from siamese import make_siamese

left = np.random.rand(4, 28, 28, 1)
right = np.random.rand(4, 28, 28, 1)
same = np.array([1.0, 0.0, 1.0, 0.0])

model = make_siamese((28, 28, 1))
model.compile(loss="binary_crossentropy", optimizer="adam")
model.fit([left, right], same, epochs=1, verbose=0)
print(model.predict([left[:1], right[:1]], verbose=0))
