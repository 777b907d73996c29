"""``units-against-classes``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "one_unit_for_two_columns": """
        x, y = np.zeros((8, 4)), np.eye(2)[np.arange(8) % 2]
        model = keras.Sequential([keras.Input((4,))])
        model.add(layers.Dense(1, activation="sigmoid"))  # [units-against-classes]
        model.compile("adam", "binary_crossentropy")
        model.fit(x, y)
        """,
    "two_units_for_one_label": """
        x, y = np.zeros((8, 4)), np.zeros((8,))
        model = keras.Sequential([keras.Input((4,))])
        model.add(layers.Dense(2, activation="softmax"))  # [units-against-classes]
        model.compile("adam", "binary_crossentropy")
        model.fit(x, y)
        """,
    "mse": """
        x, y = np.zeros((8, 4)), np.zeros((8, 7))
        inputs = keras.Input((4,))
        outputs = layers.Dense(5)(inputs)  # [units-against-classes]
        model = keras.Model(inputs, outputs)
        model.compile("adam", "mse")
        model.fit(x, y)
        """,
}

ACCEPTED = {
    "mse_with_one_side_of_one": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(np.zeros((8, 4)), np.zeros((8, 7)))
        """,
    "a_batch_as_large_as_the_units": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(4)])
        model.compile("adam", "mse")
        model.fit(np.zeros((8, 4)), np.zeros((8,)), batch_size=4)
        """,
    "a_training_step_of_its_own": """
        class Own(keras.Model):
            def __init__(self):
                super().__init__()
                self.dense = layers.Dense(5)

            def call(self, x):
                return self.dense(x)

            def train_step(self, data):
                return {"loss": keras.ops.zeros(())}

        model = Own()
        model.compile("adam", "categorical_crossentropy")
        model.fit(np.zeros((8, 4)), np.zeros((8, 7)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["one_unit_for_two_columns"], "units-against-classes") == TEXT


TEXT = """\
error[units-against-classes]: the model gives 1 value per sample, the targets (8, 2) have 2
 --> example.py:7:11
  |
5 | x, y = np.zeros((8, 4)), np.eye(2)[np.arange(8) % 2]
  |                          --------------------------- made here: (8, 2)
6 | model = keras.Sequential([keras.Input((4,))])
7 | model.add(layers.Dense(1, activation="sigmoid"))  # [units-against-classes]
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
8 | model.compile("adam", "binary_crossentropy")
  |                       --------------------- needs targets of the output's shape
9 | model.fit(x, y)
  |              - the targets are (8, 2)
  |
note: Keras builds this model and raises in `fit`
help: give the last layer 2 units, one for each column
help: for one-hot classes use softmax and loss="categorical_crossentropy"

Found 1 error in 1 file
"""
