"""Cells of a notebook bind names anew; functions of earlier cells mean what was bound then."""
import numpy as np
import tensorflow as tf
from tensorflow import keras


class Recorder:
    """Has what no model has."""

    def zero_grad(self):
        """Nothing."""


def generate(prompt):
    """As it is first."""
    return prompt


def timed():
    """Called before the next cell."""
    return generate("a")


# %% [cell 2]
model = Recorder()


def step():
    """Of the object above."""
    model.zero_grad()


step()

# %% [cell 3]
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
timed()


def generate(prompt, sample):  # pylint: disable=function-redefined
    """As it is then."""
    return sample(prompt)


class Trainer:
    """Wraps its method when it is asked to."""

    def train_step(self, x):
        """One step."""
        return model(x)

    def compile(self):
        """Make a graph of the method."""
        self.train_step = tf.function(self.train_step)


@tf.function
def squares(numbers):
    """AutoGraph turns `append` into what an array of tensors has."""
    result = tf.TensorArray(tf.int64, size=0, dynamic_size=True)
    for number in numbers:
        result.append(number * number)
    return result.stack()


STATE = np.random.RandomState(3)
EPS = np.finfo(np.float32).eps
print(generate("a", squares), Trainer().train_step(STATE.rand(2, 3)), EPS)
