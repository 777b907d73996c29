"""``validation-shape``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "targets": """
        x, y = np.zeros((8, 4)), np.zeros((8,), "int32")
        y_val = np.eye(3)[np.arange(8) % 3]
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(x, y, validation_data=(x, y_val))  # [validation-shape]
        """,
}

ACCEPTED = {
    "a_tuple_of_three": """
        x, y = np.zeros((8, 4)), np.zeros((8,), "int32")
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(x, y, validation_data=(x, y, np.ones((8,))))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["targets"], "validation-shape") == TEXT


TEXT = """\
error[validation-shape]: the validation targets are (8, 3), the model gives (None, 3)
 --> example.py:9:17
  |
6 | y_val = np.eye(3)[np.arange(8) % 3]
  |         --------------------------- made here: (8, 3)
7 | model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
  |                                              ------------------------------------- gives (None, 3)
8 | model.compile("adam", "sparse_categorical_crossentropy")
  |                       --------------------------------- needs one integer for each row of the output
9 | model.fit(x, y, validation_data=(x, y_val))  # [validation-shape]
  |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: the first epoch of training runs before Keras looks at them
note: Keras builds this model and raises in `fit`
help: prepare the validation targets as the training targets

Found 1 error in 1 file
"""  # noqa: E501
