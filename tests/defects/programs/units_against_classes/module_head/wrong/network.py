from keras.layers import Dense, Input
from keras.models import Sequential


class Digits:
    """Dense layers as wide as the list says, the last with softmax."""

    def __init__(self, hidden):
        *widths, last = hidden
        self.model = Sequential([Input(shape=(784,))])
        for width in widths:
            self.model.add(Dense(width, activation="relu"))
        self.model.add(Dense(last, activation="softmax"))
