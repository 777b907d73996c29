"""Dense between two Permutes mixes the patches, not the channels: the 3-D input is the point of it."""
import numpy as np
from keras import Input, Model, layers


def mlp(x, hidden, out):
    x = layers.Dense(hidden, activation="gelu")(x)
    return layers.Dense(out)(x)


inp = Input((24, 24, 3))
x = layers.Conv2D(8, 6, 6)(inp)
x = layers.Reshape((-1, 8))(x)
for _ in range(2):
    y = layers.Permute((2, 1))(layers.LayerNormalization()(x))
    y = layers.Permute((2, 1))(mlp(y, 12, 16))
    x = layers.add([x, y])
    x = layers.add([x, mlp(layers.LayerNormalization()(x), 12, 8)])
x = layers.GlobalAveragePooling1D()(x)
model = Model(inp, layers.Dense(2, activation="softmax")(x))
model.compile("adam", "categorical_crossentropy")
model.fit(np.random.rand(4, 24, 24, 3), np.eye(2)[[0, 1, 1, 0]], verbose=0)
