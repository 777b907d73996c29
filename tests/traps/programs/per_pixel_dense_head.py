"""Dense on a (None, 16, 16, 8) map is a 1x1 convolution here: the labels are one mask per image."""
import numpy as np
from keras import Input, Model
from keras.layers import Conv2D, Dense, Dropout

images = np.random.rand(8, 16, 16, 3).astype("float32")
masks = np.random.randint(0, 4, (8, 16, 16))

inp = Input((16, 16, 3))
h = Conv2D(8, 3, padding="same", activation="relu")(inp)
h = Dense(8, activation="relu")(h)
h = Dropout(0.2)(h)
out = Dense(4, activation="softmax")(h)

segmenter = Model(inp, out)
segmenter.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
segmenter.fit(images, masks, epochs=1, batch_size=4)
prediction = segmenter.predict(images[:1])[0].argmax(axis=-1)
assert prediction.shape == (16, 16)
