"""An encoder from another module whose steps an attention layer weighs."""

import numpy as np
from encoder import build_classifier

x = np.random.rand(5, 15, 6)
y = np.eye(4)[np.random.randint(0, 4, 5)]
model = build_classifier(x.shape[1:], y.shape[-1])
model.compile(optimizer="rmsprop", loss="categorical_crossentropy")
model.fit(x, y, epochs=1, verbose=0)
