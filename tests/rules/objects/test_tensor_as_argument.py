"""``tensor-as-argument``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "pooling": """
        x = layers.MaxPooling2D(keras.Input((8, 8, 3)))  # [tensor-as-argument]
        """,
    "dense": """
        x = layers.Dense(keras.Input((8,)))  # [tensor-as-argument]
        """,
}

ACCEPTED = {
    "keras_looks_at_nothing_here": """
        layer = layers.Softmax(keras.Input((8,)))
        """,
    "functions_take_tensors": """
        x = keras.activations.relu(keras.Input((8,)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["pooling"], "tensor-as-argument") == TEXT


TEXT = """\
error[tensor-as-argument]: the constructor of `MaxPooling2D` gets a tensor of shape (None, 8, 8, 3)
 --> example.py:5:5
  |
5 | x = layers.MaxPooling2D(keras.Input((8, 8, 3)))  # [tensor-as-argument]
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: the constructor takes settings, the layer takes the tensor; Keras raises here
help: make the layer first and apply it then: MaxPooling2D(...)(x)

Found 1 error in 1 file
"""
