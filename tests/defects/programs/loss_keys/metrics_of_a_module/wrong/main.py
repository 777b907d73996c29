"""Settings of a module name the outputs as the network did before.

Raises.
"""

import numpy as np
from net import two_heads
from settings import LOSSES, METRICS

age = np.random.rand(6) * 80
sex = np.random.randint(0, 2, 6)
model = two_heads(10)
model.compile("adam", loss=LOSSES, metrics=METRICS)  # [compile-against-outputs]
model.fit(np.random.rand(6, 10), [age, sex], epochs=1, verbose=0)
