from tensorflow.keras.datasets import fashion_mnist
from tensorflow.keras.utils import to_categorical


def load(n_classes=10):
    """Give both halves of the data, scaled, with one-hot labels."""
    (x_train, y_train), (x_test, y_test) = fashion_mnist.load_data()
    x_train = x_train.astype("float32") / 255
    x_test = x_test.astype("float32") / 255
    y_train = to_categorical(y_train, n_classes)
    y_test = to_categorical(y_test, n_classes)
    return (x_train, y_train), (x_test, y_test), n_classes
