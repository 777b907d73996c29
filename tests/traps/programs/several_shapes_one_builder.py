"""One builder gives 1-D, 2-D and 3-D networks: an early return and a table choose the layers for each rank."""
import numpy as np
from keras import Input, Model
from keras.layers import (Conv1D, Conv2D, Conv3D, Dense, Flatten, GlobalAveragePooling1D,
                          GlobalAveragePooling2D, GlobalAveragePooling3D)

CONV = {1: Conv1D, 2: Conv2D, 3: Conv3D}
POOL = {1: GlobalAveragePooling1D, 2: GlobalAveragePooling2D, 3: GlobalAveragePooling3D}


def build(shape, classes=3, *, flat=False):
    inputs = Input(shape)
    dims = len(shape) - 1
    if dims == 0:
        return Model(inputs, Dense(classes, activation="softmax")(inputs))
    x = CONV[dims](4, 3, activation="relu")(inputs)
    x = Flatten()(x) if flat else POOL[dims]()(x)
    return Model(inputs, Dense(classes, activation="softmax")(x))


for shape in [(12,), (12, 2), (12, 12, 1), (6, 6, 6, 1)]:
    model = build(shape, flat=len(shape) == 3)
    assert model.output_shape == (None, 3)
    model.compile("sgd", "sparse_categorical_crossentropy")
    model.fit(np.random.rand(6, *shape), np.array([0, 1, 2] * 2), verbose=0)
