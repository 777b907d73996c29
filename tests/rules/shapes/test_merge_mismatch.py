"""``merge-mismatch``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "add": """
        a = layers.Conv2D(8, 3)(keras.Input((16, 16, 3)))
        b = layers.Conv2D(8, 5)(keras.Input((16, 16, 3)))
        x = layers.Add()([a, b])  # [merge-mismatch]
        """,
    "ranks": """
        a = keras.Input((4, 8))
        b = keras.Input((8,))
        x = layers.concatenate([a, b])  # [merge-mismatch]
        """,
    "an_operator": """
        x = keras.Input((5, 8)) + keras.Input((6, 8))  # [merge-mismatch]
        """,
    "an_operation": """
        a, b = keras.Input((5, 8)), keras.Input((6, 8))
        x = keras.ops.concatenate([a, b], axis=-1)  # [merge-mismatch]
        """,
    "a_residual_block": """
        def block(x, filters):
            y = layers.Conv2D(filters, 3, padding="same")(x)
            return layers.Add()([x, y])  # [merge-mismatch]

        outputs = block(keras.Input((8, 8, 3)), 16)
        """,
}

ACCEPTED = {
    "sizes_of_one_broadcast": """
        a, b = keras.Input((8, 8, 16)), keras.Input((1, 1, 16))
        x = layers.Multiply()([a, b])
        y = a * b
        """,
    "open_sizes": """
        a, b = keras.Input((None, 16)), keras.Input((7, 16))
        x = layers.Add()([a, b])
        """,
    "joined_axis": """
        a, b = keras.Input((8, 8, 3)), keras.Input((8, 8, 5))
        x = layers.Concatenate()([a, b])
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["add"], "merge-mismatch") == TEXT


TEXT = """\
error[merge-mismatch]: `Add` meets (None, 14, 14, 8) and (None, 12, 12, 8): 14 and 12 on axis 1
 --> example.py:7:5
  |
5 | a = layers.Conv2D(8, 3)(keras.Input((16, 16, 3)))
  |     --------------------------------------------- (None, 14, 14, 8)
6 | b = layers.Conv2D(8, 5)(keras.Input((16, 16, 3)))
  |     --------------------------------------------- (None, 12, 12, 8)
7 | x = layers.Add()([a, b])  # [merge-mismatch]
  |     ^^^^^^^^^^^^
  |
note: Keras raises when the layer is applied, before any training
help: `Add` needs equal sizes, or 1, on every axis of (None, 14, 14, 8) and (None, 12, 12, 8)

Found 1 error in 1 file
"""
