"""``shape-comment``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted
from tests.rules.marks import full_text

ACCEPTED = {
    "the_same": """
        x = layers.Dense(4)(keras.Input((8,)))  # shape: (None, 4)
        """,
    "names_for_sizes": """
        x = layers.Dense(4)(keras.Input((8,)))  # shape: (batch, units)
        """,
}


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


MISTAKEN = """
        x = layers.Dense(4)(keras.Input((8,)))  # shape: (None, 8)
        """


def test_the_text_in_full() -> None:
    assert full_text(MISTAKEN, "shape-comment") == TEXT


TEXT = """\
error[shape-comment]: the comment says (None, 8), the value is (None, 4)
 --> example.py:5:1
  |
5 | x = layers.Dense(4)(keras.Input((8,)))  # shape: (None, 8)
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: the comment is not believed: what follows has the shape of the value
help: write # shape: (None, 4)

Found 1 error in 1 file
"""
