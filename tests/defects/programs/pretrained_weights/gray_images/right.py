"""Gray images for a backbone with its ImageNet weights."""

import numpy as np
from tensorflow.keras.applications import MobileNetV2
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Model

IMG_SIZE = 96
xrays = np.random.rand(2, IMG_SIZE, IMG_SIZE, 1)
xrays = np.repeat(xrays, 3, axis=-1)
sick = np.array([0, 1])

base = MobileNetV2(weights="imagenet", include_top=False, pooling="avg",
                   input_shape=(IMG_SIZE, IMG_SIZE, 3))  # fmt: skip
base.trainable = False
model = Model(base.input, Dense(1, activation="sigmoid")(base.output))
model.compile("adam", "binary_crossentropy")
model.predict(xrays, verbose=0)
