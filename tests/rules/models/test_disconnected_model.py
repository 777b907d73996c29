"""``disconnected-model``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "an_array_for_the_input": """
        x = np.ones((20, 5), "float32")
        model = keras.Model(x, layers.Dense(3)(x))  # [disconnected-model]
        """,
    "another_input": """
        a, b = keras.Input((4,)), keras.Input((4,))
        model = keras.Model(a, layers.Dense(1)(b))  # [disconnected-model]
        """,
}

ACCEPTED = {
    "an_input_too_many": """
        a, b = keras.Input((4,)), keras.Input((4,))
        model = keras.Model([a, b], layers.Dense(1)(a))
        """,
    "from_the_middle": """
        a = keras.Input((4,))
        hidden = layers.Dense(8)(a)
        model = keras.Model(hidden, layers.Dense(1)(hidden))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["another_input"], "disconnected-model") == TEXT


TEXT = """\
error[disconnected-model]: an output of this model needs an `Input` that is not among its inputs
 --> example.py:6:9
  |
6 | model = keras.Model(a, layers.Dense(1)(b))  # [disconnected-model]
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras follows the outputs back to the inputs and raises here
help: list every Input that the outputs come from: keras.Model([a, b], outputs)

Found 1 error in 1 file
"""
