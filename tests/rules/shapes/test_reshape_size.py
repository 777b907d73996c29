"""``reshape-size``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "too_many": """
        x = layers.Reshape((8, 8, 1))(keras.Input((60,)))  # [reshape-size]
        """,
    "not_divisible": """
        x = layers.Reshape((-1, 7))(keras.Input((60,)))  # [reshape-size]
        """,
}

ACCEPTED = {
    "inferred": """
        x = layers.Reshape((-1, 6))(keras.Input((60,)))
        """,
    "open": """
        x = layers.Reshape((-1, 6))(keras.Input((None, 3)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["too_many"], "reshape-size") == TEXT


TEXT = """\
error[reshape-size]: the 60 values of (None, 60) do not fill (8, 8, 1), which takes 64
 --> example.py:5:5
  |
5 | x = layers.Reshape((8, 8, 1))(keras.Input((60,)))  # [reshape-size]
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^ ------------------ (None, 60)
  |
note: Keras raises when the layer is applied, before any training
help: make the layer before it give 64 values
help: reshape to a shape that holds 60 values; the batch axis is not counted

Found 1 error in 1 file
"""
