"""The scaling hides: in place, in a class, in a comprehension, in augmentation, in a custom call."""
import numpy as np
import keras
from keras import layers


class Loader:
    def __init__(self, dataset, mean=None):
        (self.x, self.y), (self.x_val, self.y_val) = dataset.load_data()
        self.mean = mean

    def prepare(self):
        for name in ("x", "x_val"):
            images = getattr(self, name).astype("float32")
            images /= 255.0
            if self.mean:
                images -= self.mean
            setattr(self, name, images)
        return self


loader = Loader(keras.datasets.cifar10, mean=0.5).prepare()
net = keras.Sequential([layers.Input((32, 32, 3)), layers.Conv2D(2, 3, strides=2), layers.Flatten(), layers.Dense(10, activation="softmax")])
net.compile("adam", "sparse_categorical_crossentropy")
net.fit(loader.x, loader.y, validation_data=(loader.x_val, loader.y_val), verbose=0)

(a, b), (c, d) = keras.datasets.cifar10.load_data()
a, c = [np.asarray(part, dtype=np.float32) / 127.5 - 1 for part in (a, c)]
net.fit(a, b, validation_data=(c, d), verbose=0)

(a, b), _ = keras.datasets.cifar10.load_data()
out = np.empty(a.shape, "float32")
for i, image in enumerate(a):
    out[i] = image / 255
net.fit(out, b, verbose=0)


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.inner = net

    def call(self, x):
        return self.inner(keras.ops.cast(x, "float32") / 255.0)


whole = Net()
whole.compile("adam", "sparse_categorical_crossentropy")
whole.fit(a, b, verbose=0)
