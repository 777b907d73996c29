"""A variational decoder in a module; its configuration names another width."""

import numpy as np
from vae import Decoder

decoder = Decoder(side=7, filters=8).build()
print(decoder.predict(np.random.normal(size=(2, 2)), verbose=0).shape)
