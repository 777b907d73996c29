"""Arrays come as (n, 3, 20, 20) from disk; np.transpose puts the channels last before the model sees them."""
import numpy as np
from keras import layers, models

raw = np.random.randint(0, 256, size=(12, 3, 20, 20)).astype(np.uint8)
np.savez("batch.npz", images=raw, labels=np.arange(12) % 4)

with np.load("batch.npz") as data:
    images, labels = data["images"], data["labels"]
images = np.transpose(images, (0, 2, 3, 1)).astype("float32") / 255.0

model = models.Sequential(
    [
        layers.Input(shape=images.shape[1:]),
        layers.Conv2D(4, 3, activation="relu"),
        layers.GlobalAveragePooling2D(),
        layers.Dense(4, activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(images, labels, epochs=1, verbose=0)
