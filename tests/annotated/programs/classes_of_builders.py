"""Objects that build models: class attributes, properties, inheritance, static and class methods."""
import abc

import keras
from keras import layers


class Builder(abc.ABC):
    width = 10
    registry = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)

    def __init__(self, steps=12, **options):
        self.steps = steps
        self.options = {"activation": "relu", **options}
        self._model = None

    @property
    def shape(self):
        return (self.steps, self.channels())

    @staticmethod
    def channels():
        return 3

    @classmethod
    def wide(cls, factor=2):
        made = cls()
        made.width = cls.width * factor
        return made

    @abc.abstractmethod
    def body(self, x):
        """Give the features."""

    @property
    def model(self):
        if self._model is None:
            inputs = keras.Input(self.shape)
            x = self.body(inputs)
            self._model = keras.Model(inputs, layers.Dense(1)(x))  # shape: 3 * (None, 1)  # params: 11 | 21 | 11
        return self._model


class Recurrent(Builder):
    def body(self, x):
        return layers.GRU(self.width)(x)  # shape: (None, 10)  # params: 450


class Convolutional(Builder):
    width = 5

    def __init__(self, kernel, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kernel = kernel

    def body(self, x):
        x = layers.Conv1D(self.width * 2, self.kernel, **self.options)(x)  # shape: (None, 4, 10)  # params: 160
        return layers.GlobalMaxPooling1D()(x)  # shape: (None, 10)


class Doubled(Recurrent):
    def body(self, x):
        x = super().body(keras.ops.concatenate([x, x], axis=1)) if self.width < 5 else x
        return layers.SimpleRNN(self.width)(x)  # shape: (None, 20)  # params: 480


first = Recurrent().model
second = Doubled.wide().model
third = Convolutional(5, 8).model
same = third.output_shape == Convolutional(5, 8)._model
