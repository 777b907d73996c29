"""``missing-argument``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "units": """
        layer = layers.Dense(activation="relu")  # [missing-argument]
        """,
    "output_dim": """
        model = keras.Sequential([
            keras.Input((5,)),
            layers.Embedding(100),  # [missing-argument]
        ])
        """,
}

ACCEPTED = {
    "pool_size_has_a_default": """
        layer = layers.MaxPooling2D()
        """,
    "from_a_dict": """
        def make(**settings):
            return layers.Dense(**settings)

        layer = make(units=3)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["units"], "missing-argument") == TEXT


TEXT = """\
error[missing-argument]: `Dense` is made without `units`
 --> example.py:5:9
  |
5 | layer = layers.Dense(activation="relu")  # [missing-argument]
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras raises in the constructor
help: write Dense(units), in this order or by name

Found 1 error in 1 file
"""
