"""A module puts a head of two Dense layers on any backbone."""

import keras
import numpy as np
from head import add_head

base = keras.applications.MobileNetV2(
    weights=None, include_top=False, input_shape=(64, 64, 3), alpha=0.35
)
model = add_head(base, classes=3)
model.compile("adam", "categorical_crossentropy")
model.fit(np.random.rand(3, 64, 64, 3), np.eye(3), verbose=0)
