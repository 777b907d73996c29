"""``too-many-arguments``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "flatten": """
        layer = layers.Flatten("channels_last", 3)  # [too-many-arguments]
        """,
    "twice": """
        layer = layers.Dense(8, units=8)  # [too-many-arguments]
        """,
}

ACCEPTED = {
    "all_positional": """
        layer = layers.Conv2D(8, 3, 2, "same")
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["flatten"], "too-many-arguments") == TEXT


TEXT = """\
error[too-many-arguments]: `Flatten` gets 2 positional arguments and has 1
 --> example.py:5:9
  |
5 | layer = layers.Flatten("channels_last", 3)  # [too-many-arguments]
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras raises in the constructor
help: `Flatten` takes data_format

Found 1 error in 1 file
"""
