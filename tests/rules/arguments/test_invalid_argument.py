"""``invalid-argument``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "an_int_as_learning_rate": """
        optimizer = keras.optimizers.RMSprop(1)  # [invalid-argument]
        """,
    "zero_units": """
        layer = layers.Dense(0)  # [invalid-argument]
        """,
    "an_integer_of_numpy": """
        y = np.array([0, 1, 2])
        layer = layers.Dense(np.max(y) + 1)  # [invalid-argument]
        """,
    "a_float": """
        layer = layers.Dense(64 / 2)  # [invalid-argument]
        """,
    "an_unknown_padding": """
        layer = layers.Conv2D(8, 3, padding="full")  # [invalid-argument]
        """,
    "a_rate_above_one": """
        layer = layers.Dropout(50)  # [invalid-argument]
        """,
}

ACCEPTED = {
    "learning_rates": """
        first = keras.optimizers.SGD(1.0)
        schedule = keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9)
        second = keras.optimizers.SGD(learning_rate=schedule)
        """,
    "an_int_of_numpy": """
        y = np.array([0, 1, 2])
        layer = layers.Dense(int(np.max(y)) + 1)
        """,
    "integer_division": """
        layer = layers.Dense(64 // 2)
        """,
    "true_is_one": """
        layer = layers.Dense(True)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["zero_units"], "invalid-argument") == TEXT


TEXT = """\
error[invalid-argument]: `units` of `Dense` is 0, not a positive int
 --> example.py:5:9
  |
5 | layer = layers.Dense(0)  # [invalid-argument]
  |         ^^^^^^^^^^^^^^^
  |
note: Keras raises in the constructor
help: give a positive int

Found 1 error in 1 file
"""
