"""Two models of a module; the wrong one is compiled.

Raises.
"""

import numpy as np
from pair import encoder_and_classifier

x = np.random.rand(8, 6)
y = np.random.randint(0, 2, (8, 1))
encoder, classifier = encoder_and_classifier(6)
encoder.compile(optimizer="adam", loss="binary_crossentropy")
classifier.fit(x, y, epochs=1, verbose=0)  # [fit-before-compile]
print(encoder.predict(x, verbose=0).shape)
