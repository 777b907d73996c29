"""The digits of scikit-learn, as images of (8, 8, 1) between 0 and 1."""
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


class Data:
    def __init__(self, settings):
        digits = load_digits()
        x = digits.images[:80, ..., None] / 16.0
        y = digits.target[:80]
        self.x_train, self.x_val, self.y_train, self.y_val = train_test_split(x, y, test_size=0.2, stratify=y)

    @property
    def shape(self):
        return self.x_train.shape[1:]

    @property
    def classes(self):
        return 10
