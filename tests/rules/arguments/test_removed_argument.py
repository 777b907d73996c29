"""``removed-argument``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "batch_input_shape": """
        model = keras.Sequential([
            layers.SimpleRNN(4, batch_input_shape=(2, 5, 3)),  # [removed-argument]
        ])
        """,
    "the_spelling_of_keras_1": """
        inputs = keras.Input((8, 8, 3))
        x = layers.Conv2D(4, 3, border_mode="same", subsample=(2, 2))(inputs)  # [removed-argument]
        """,
    "through_a_helper": """
        def first(units):
            return layers.Dense(units, weights=None, input_dim=4)  # [removed-argument]

        model = keras.Sequential([first(3)])
        """,
}

ACCEPTED = {
    "input_shape_and_input_dim_are_taken": """
        model = keras.Sequential([layers.Dense(4, input_dim=3), layers.Dense(2)])
        other = keras.Sequential([layers.Flatten(input_shape=(3, 2))])
        """,
    "input_length_of_an_embedding_is_ignored": """
        layer = layers.Embedding(100, 8, input_length=10)
        """,
    "guarded": """
        try:
            layer = layers.Dense(4, weights=None)
        except ValueError:
            layer = layers.Dense(4)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["batch_input_shape"], "removed-argument") == TEXT


TEXT = """\
error[removed-argument]: `batch_input_shape=` of `SimpleRNN` is gone in Keras 3
 --> example.py:6:5
  |
6 |     layers.SimpleRNN(4, batch_input_shape=(2, 5, 3)),  # [removed-argument]
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras raises in the constructor
help: use keras.Input(batch_shape=...) in front

Found 1 error in 1 file
"""
