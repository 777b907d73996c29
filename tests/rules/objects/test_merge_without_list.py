"""``merge-without-list``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "two_arguments": """
        a, b = keras.Input((8,)), keras.Input((8,))
        x = layers.Concatenate()(a, b)  # [merge-without-list]
        """,
    "one_tensor": """
        x = layers.Add()(keras.Input((8,)))  # [merge-without-list]
        """,
    "the_function": """
        a, b = keras.Input((8,)), keras.Input((8,))
        x = layers.add(a, b)  # [merge-without-list]
        """,
}

ACCEPTED = {
    "a_list_of_one": """
        x = layers.Add()([keras.Input((8,))])
        """,
    "a_tuple": """
        x = layers.Add()((keras.Input((8,)), keras.Input((8,))))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["two_arguments"], "merge-without-list") == TEXT


TEXT = """\
error[merge-without-list]: `Concatenate` gets 2 arguments, not a list of tensors
 --> example.py:6:5
  |
5 | a, b = keras.Input((8,)), keras.Input((8,))
  |        -----------------  ----------------- (None, 8)
  |        |
  |        (None, 8)
6 | x = layers.Concatenate()(a, b)  # [merge-without-list]
  |     ^^^^^^^^^^^^^^^^^^^^
  |
note: a merge layer takes one list; Keras raises here
help: put the tensors in a list: Concatenate()([a, b])

Found 1 error in 1 file
"""
