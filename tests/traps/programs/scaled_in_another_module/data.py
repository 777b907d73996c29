"""Loads mnist: scaled to 0..1, with a channel axis, labels as one-hot rows."""
import numpy as np
from keras.datasets import mnist
from keras.utils import to_categorical

from config import BATCH, CLASSES


def _prepare(images, labels):
    images = images.astype(np.float32) / 255
    return np.expand_dims(images, -1), to_categorical(labels, CLASSES)


def load():
    (x_train, y_train), (x_test, y_test) = mnist.load_data()
    return _prepare(x_train, y_train), _prepare(x_test, y_test)


def steps(images):
    return len(images) // BATCH
