"""``sample-counts``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "weights_of_other_samples": """
        x, y = np.zeros((10, 4)), np.zeros((10, 1))
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(x, y, sample_weight=np.ones((8,)))  # [sample-counts]
        """,
    "the_parts_of_a_split_in_another_order": """
        import numpy as np
        import keras
        from sklearn.model_selection import train_test_split
        from keras import layers

        x, y = np.zeros((10, 4)), np.zeros((10,), "int32")
        x_train, y_train, x_test, y_test = train_test_split(x, y)  # [sample-counts]
        model = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(x_train, y_train)
        """,
    "two_inputs": """
        a, b = keras.Input((4,)), keras.Input((4,))
        model = keras.Model([a, b], layers.Dense(1)(layers.Add()([a, b])))
        model.compile("adam", "mse")
        y = np.zeros((8, 1))
        model.fit([np.zeros((8, 4)), np.zeros((7, 4))], y)  # [sample-counts]
        """,
    "validation_data": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.compile("adam", "mse")
        x, y = np.zeros((8, 4)), np.zeros((8, 1))
        model.fit(x, y, validation_data=(x[:4], y[:3]))  # [sample-counts]
        """,
}

ACCEPTED = {
    "a_split": """
        x, y = np.zeros((8, 4)), np.zeros((8, 1))
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(x[:6], y[:6], validation_data=(x[6:], y[6:]))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["two_inputs"], "sample-counts") == TEXT


TEXT = """\
error[sample-counts]: the data have 8 samples, the other data 7: (8, 4) and (7, 4)
 --> example.py:9:1
  |
9 | model.fit([np.zeros((8, 4)), np.zeros((7, 4))], y)  # [sample-counts]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras compares the counts first and raises in `fit`
help: give data and targets of the same part of the data, such as 7 of each

Found 1 error in 1 file
"""
