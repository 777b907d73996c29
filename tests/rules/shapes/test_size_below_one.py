"""``size-below-one``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "pooling": """
        model = keras.Sequential([keras.Input((6, 6, 1))])
        for _ in range(3):
            model.add(layers.MaxPooling2D())  # [size-below-one]
        """,
    "text": """
        inputs = keras.Input((20,))
        x = layers.Embedding(100, 8)(inputs)
        x = layers.Conv1D(8, 7)(x)
        x = layers.MaxPooling1D(5)(x)
        x = layers.Conv1D(8, 7)(x)  # [size-below-one]
        """,
}

ACCEPTED = {
    "padded": """
        x = layers.Conv2D(4, 5, padding="same")(keras.Input((2, 2, 1)))
        """,
    "open_sizes": """
        x = layers.Conv2D(4, 5)(keras.Input((None, None, 1)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["pooling"], "size-below-one") == TEXT


TEXT = """\
error[size-below-one]: `MaxPooling2D` needs 2 on an axis of (None, 1, 1, 1): the map is used up
 --> example.py:7:15
  |
7 |     model.add(layers.MaxPooling2D())  # [size-below-one]
  |               ^^^^^^^^^^^^^^^^^^^^^
  |
note: the sizes on the way are (None, 6, 6, 1) -> (None, 3, 3, 1) -> (None, 1, 1, 1)
note: Keras raises when the layer is applied, before any training
help: padding="same" keeps the size, or leave out a pooling layer before it
help: the input (None, 6, 6, 1) is too small for these layers: make it larger

Found 1 error in 1 file
"""
