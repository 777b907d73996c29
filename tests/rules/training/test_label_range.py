"""``label-range``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "many_random_labels": """
        y = np.random.randint(1, 5, size=300)
        model = keras.Sequential([keras.Input((4,))])
        model.add(layers.Dense(4, activation="softmax"))  # [label-range]
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(np.zeros((300, 4)), y)
        """,
    "one_unit": """
        x, y = np.zeros((4, 3)), np.array([0, 1, 0, 1])
        model = keras.Sequential([keras.Input((3,))])
        model.add(layers.Dense(1, activation="sigmoid"))  # [label-range]
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(x, y)
        """,
}

ACCEPTED = {
    "labels_that_fit": """
        x, y = np.zeros((4, 3)), np.array([0, 1, 0, 2])
        model = keras.Sequential([keras.Input((3,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(x, y)
        """,
    "more_units_than_labels": """
        x, y = np.zeros((4, 3)), np.array([1, 2, 3, 3])
        model = keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="softmax")])
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(x, y)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["one_unit"], "label-range") == TEXT


TEXT = """\
error[label-range]: the labels go from 0 to 1, the last layer covers 0
 --> example.py:7:11
  |
5 | x, y = np.zeros((4, 3)), np.array([0, 1, 0, 1])
  |                          ---------------------- made here: (4,)
6 | model = keras.Sequential([keras.Input((3,))])
7 | model.add(layers.Dense(1, activation="sigmoid"))  # [label-range]
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
8 | model.compile("adam", "sparse_categorical_crossentropy")
  |                       --------------------------------- needs one integer for each row of the output
9 | model.fit(x, y)
  |              - the targets are (4,)
  |
note: on a CPU Keras raises, on a GPU the loss becomes nan
note: Keras builds this model and raises in `fit`
help: one unit with sigmoid needs loss="binary_crossentropy"
help: give the last layer 2 units, for labels up to 1

Found 1 error in 1 file
"""  # noqa: E501
