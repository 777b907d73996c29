"""Yes or no from a table; the module's head is sigmoid, main expects logits.

Silent.
"""

import numpy as np
from keras.losses import BinaryCrossentropy
from network import Settings, build

settings = Settings(features=6)
x = np.random.normal(size=(16, settings.features))
y = (x.sum(axis=1) > 0).astype("float32")

model = build(settings)
model.compile(
    optimizer="adam",
    loss=BinaryCrossentropy(from_logits=True),  # [logits-against-loss]
)
model.fit(x, y, epochs=1, verbose=0)
probability = model.predict(x, verbose=0)
print("positive:", (probability > 0.5).sum())
