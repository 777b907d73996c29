"""Models with a ``train_step`` of their own: ``fit`` runs that, not ``call``."""

from __future__ import annotations

from tests.interpreter.programs import shapes

MODEL = """
import numpy as np
import tensorflow as tf

class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.encoder = keras.Sequential([layers.Dense(4)])
    def train_step(self, data):
        {body}
        return {{}}

model = Net()
model.compile("adam", "mse")
"""


def test_fit_runs_the_step_with_a_batch_of_the_data():
    program = MODEL.format(body='self.encoder(data["image"][:, :5])') + (
        'data = {"image": np.zeros((8, 9), "float32")}\n'
        "model.fit(tf.data.Dataset.from_tensor_slices(data).batch(4))\n"
    )
    assert shapes(program) == ["(None, 4)", "(None, 4)"]


def test_arrays_arrive_as_a_pair_and_alone():
    pair = MODEL.format(body="self.encoder(data[1])")
    alone = MODEL.format(body="self.encoder(tf.random.normal((tf.shape(data)[0], 7)))")
    assert shapes(pair + "model.fit(np.zeros((8, 3)), np.zeros((8, 2)))") == ["(None, 4)"] * 2
    assert shapes(alone + "model.fit(np.zeros((8, 3)))") == ["(None, 4)"] * 2


def test_a_step_that_goes_on_to_keras_applies_the_model():
    call = "    def call(self, x):\n        return self.encoder(x)\n"
    program = MODEL.format(body="super().train_step(data)") + "model.fit(np.zeros((8, 3)))\n"
    program = program.replace("    def train_step", f"{call}    def train_step")
    assert shapes(program) == ["(None, 4)"] * 3
