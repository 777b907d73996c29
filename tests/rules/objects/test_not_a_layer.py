"""``not-a-layer``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "a_tensor": """
        inputs = keras.Input((8,))
        model = keras.Sequential()
        model.add(layers.Dense(4)(inputs))  # [not-a-layer]
        """,
    "a_list": """
        block = [layers.Dense(4), layers.Dense(2)]
        model = keras.Sequential()
        model.add(block)  # [not-a-layer]
        """,
    "none": """
        model = keras.Sequential()
        model.add(layers.Dense(4))
        model.add(None)  # [not-a-layer]
        """,
    "a_function": """
        def double(x):
            return 2 * x

        model = keras.Sequential()
        model.add(double)  # [not-a-layer]
        """,
}

ACCEPTED = {
    "a_model": """
        inner = keras.Sequential([layers.Dense(4)])
        model = keras.Sequential([keras.Input((8,)), inner])
        """,
    "a_function_in_a_lambda": """
        model = keras.Sequential([keras.Input((8,)), layers.Lambda(lambda x: 2 * x)])
        """,
    "layers_unpacked": """
        block = [layers.Dense(4), layers.Dense(2)]
        model = keras.Sequential([keras.Input((8,)), *block])
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["a_tensor"], "not-a-layer") == TEXT


TEXT = """\
error[not-a-layer]: this `Sequential` gets a tensor of shape (None, 4), not a layer
 --> example.py:7:1
  |
7 | model.add(layers.Dense(4)(inputs))  # [not-a-layer]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras takes instances of layers alone and raises here
help: add the layer itself, or use keras.Model(inputs, outputs)

Found 1 error in 1 file
"""
