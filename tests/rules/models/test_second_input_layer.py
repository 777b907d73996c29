"""``second-input-layer``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "two_inputs": """
        model = keras.Sequential([
            keras.Input((8,)),
            keras.Input((8,)),  # [second-input-layer]
            layers.Dense(4),
        ])
        """,
    "behind_input_shape": """
        model = keras.Sequential()
        model.add(layers.Dense(4, input_shape=(8,)))
        model.add(layers.InputLayer((4,)))  # [second-input-layer]
        """,
}

ACCEPTED = {
    "behind_a_layer_without_input": """
        model = keras.Sequential([layers.Dense(4), keras.Input((8,))])
        """,
    "input_shape_on_a_later_layer": """
        model = keras.Sequential([
            keras.Input((8,)), layers.Dense(4), layers.Dense(2, input_shape=(4,)),
        ])
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["two_inputs"], "second-input-layer") == TEXT


TEXT = """\
error[second-input-layer]: this `Sequential` gets a second Input
 --> example.py:7:5
  |
7 |     keras.Input((8,)),  # [second-input-layer]
  |     ^^^^^^^^^^^^^^^^^
  |
note: a Sequential takes one input, at its start; Keras raises here
help: leave the second Input out, or use keras.Model(inputs, outputs) for several

Found 1 error in 1 file
"""
