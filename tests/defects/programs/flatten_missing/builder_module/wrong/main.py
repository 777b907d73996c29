"""A convolutional classifier whose builder lives in a module of its own.

Raises.
"""
import numpy as np

from models import build_classifier

CLASS_NAMES = ["cat", "dog", "horse"]

images = np.random.rand(12, 32, 32, 3).astype("float32")
labels = np.eye(len(CLASS_NAMES))[np.arange(12) % 3]

model = build_classifier(images.shape[1:], len(CLASS_NAMES))  # [loss-against-output]
model.compile(optimizer="adam", loss="categorical_crossentropy")
model.fit(images, labels, epochs=1, verbose=0)
