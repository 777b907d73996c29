"""A branch does not reach the output of the main model: it is the output of a second one, used to look inside."""
import numpy as np
from keras import Input, Model
from keras.layers import Conv2D, Dense, Flatten, GlobalAveragePooling2D, MaxPooling2D

inp = Input((20, 20, 1))
x = Conv2D(4, 3, activation="relu", name="conv_a")(inp)
x = MaxPooling2D()(x)
x = Conv2D(4, 3, activation="relu", name="conv_b")(x)
heat = GlobalAveragePooling2D()(x)
flat = Flatten()(x)
out = Dense(3, activation="softmax")(flat)

model = Model(inp, out)
probe = Model(inp, heat)
maps = Model(model.input, [model.get_layer(n).output for n in ("conv_a", "conv_b")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(np.random.rand(6, 20, 20, 1), np.arange(6) % 3, verbose=0)
for m in maps.predict(np.random.rand(1, 20, 20, 1), verbose=0):
    print(m[0].mean())
print(probe.predict(np.random.rand(2, 20, 20, 1), verbose=0).shape)
