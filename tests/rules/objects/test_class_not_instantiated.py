"""``class-not-instantiated``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "as_an_argument": """
        x = layers.Dense(4)(layers.Flatten)  # [class-not-instantiated]
        """,
    "added": """
        model = keras.Sequential()
        model.add(keras.Input((8,)))
        model.add(layers.BatchNormalization)  # [class-not-instantiated]
        """,
}

ACCEPTED = {
    "an_instance": """
        model = keras.Sequential()
        model.add(keras.Input((8,)))
        model.add(layers.BatchNormalization())
        """,
    "a_class_in_a_table": """
        KINDS = {"norm": layers.BatchNormalization}
        model = keras.Sequential([keras.Input((8,)), KINDS["norm"]()])
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["as_an_argument"], "class-not-instantiated") == TEXT


TEXT = """\
error[class-not-instantiated]: `Flatten` is a class here, not a layer: it has no parentheses
 --> example.py:5:5
  |
5 | x = layers.Dense(4)(layers.Flatten)  # [class-not-instantiated]
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras takes instances of layers alone and raises here
help: write Flatten()

Found 1 error in 1 file
"""
