"""Models start at inner tensors and end before others: every tensor they need lies between the two."""
import numpy as np
import keras
from keras import layers

inp = keras.Input((12, 12, 1))
x = layers.Conv2D(4, 3, activation="relu", name="c1")(inp)
mid = layers.MaxPooling2D(name="p1")(x)
x = layers.Conv2D(8, 3, activation="relu", name="c2")(mid)
feat = layers.GlobalAveragePooling2D(name="gap")(x)
out = layers.Dense(3, activation="softmax", name="cls")(feat)
full = keras.Model(inp, out)

front = keras.Model(full.input, full.get_layer("p1").output)
rear = keras.Model(mid, out)
cam = keras.Model([full.inputs], [full.get_layer("c2").output, full.output])
back_in = keras.Input(shape=full.get_layer("gap").output.shape[1:])
classifier = keras.Model(back_in, full.layers[-1](back_in))
tail_in = keras.Input(mid.shape[1:])
y = tail_in
for name in ["c2", "gap", "cls"]:
    y = full.get_layer(name)(y)
tail = keras.Model(tail_in, y)

image = np.random.rand(2, 12, 12, 1)
np.testing.assert_allclose(tail.predict(front.predict(image, verbose=0), verbose=0), full.predict(image, verbose=0), rtol=1e-4)
maps, scores = cam.predict(image, verbose=0)
print(maps.shape, scores.shape, rear.output_shape, classifier.output_shape)
