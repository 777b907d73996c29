"""``unknown-keras-name``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "misspelled": """
        layer = layers.Drop0ut(0.5)  # [unknown-keras-name]
        """,
    "gone_in_keras_3": """
        layer = layers.LocallyConnected1D(3, 2)  # [unknown-keras-name]
        """,
}

ACCEPTED = {
    "an_alias": """
        layer = layers.MaxPool2D()
        """,
    "without_a_schema": """
        spec = layers.InputSpec(ndim=2)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["misspelled"], "unknown-keras-name") == TEXT


TEXT = """\
error[unknown-keras-name]: Keras has no layer `Drop0ut`
 --> example.py:5:9
  |
5 | layer = layers.Drop0ut(0.5)  # [unknown-keras-name]
  |         ^^^^^^^^^^^^^^^^^^^
  |
note: Python raises when it reaches the name
help: the nearest that exists is layers.Dropout

Found 1 error in 1 file
"""
