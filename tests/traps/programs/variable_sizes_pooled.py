"""Height, width and steps are None, but global pooling comes before Dense, so no size is missing."""
import numpy as np
import keras
from keras import layers

img = keras.Input((None, None, 3))
x = layers.Conv2D(4, 3, activation="relu")(img)
x = layers.GlobalMaxPooling2D()(x)
seq = keras.Input((None,), dtype="int32")
s = layers.Embedding(20, 4)(seq)
s = layers.Bidirectional(layers.GRU(3))(s)
joined = layers.concatenate([x, s])
out = layers.Dense(2, activation="softmax")(joined)
model = keras.Model([img, seq], out)
model.compile("adam", "sparse_categorical_crossentropy")
for size, steps in ((16, 4), (20, 7)):
    batch = [np.random.rand(4, size, size, 3), np.random.randint(0, 20, (4, steps))]
    model.train_on_batch(batch, np.array([0, 1, 1, 0]))
fully = keras.Sequential([keras.Input((None, None, 1)), layers.Conv2D(4, 3, padding="same"), layers.Conv2D(1, 1)])
fully.compile("adam", "mse")
fully.fit(np.random.rand(2, 9, 13, 1), np.random.rand(2, 9, 13, 1), verbose=0)
