"""A variational decoder in a module; its configuration names another width.

Raises.
"""

import numpy as np
from vae import Decoder

decoder = Decoder(side=7, filters=16).build()  # [reshape-size]
print(decoder.predict(np.random.normal(size=(2, 2)), verbose=0).shape)
