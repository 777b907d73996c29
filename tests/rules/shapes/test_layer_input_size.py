"""``layer-input-size``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "a_model_of_another_size": """
        inner = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
        outputs = inner(keras.Input((9,)))  # [layer-input-size]
        """,
    "groups": """
        model = keras.Sequential([
            keras.Input((8, 8, 3)),
            layers.Conv2D(4, 3, groups=2),  # [layer-input-size]
        ])
        """,
}

ACCEPTED = {
    "a_sequential_on_data_of_another_size": """
        model = keras.Sequential([
            keras.Input((16, 16, 3)), layers.Conv2D(4, 3), layers.GlobalAveragePooling2D(),
        ])
        outputs = model(np.zeros((2, 12, 12, 3), "float32"))
        """,
    "a_model_of_any_size": """
        inner = keras.Sequential([keras.Input((None, 8)), layers.Dense(4)])
        outputs = inner(keras.Input((5, 8)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["a_model_of_another_size"], "layer-input-size") == TEXT


TEXT = """\
error[layer-input-size]: `Sequential` needs input of shape (None, 8); its input is (None, 9)
 --> example.py:6:11
  |
6 | outputs = inner(keras.Input((9,)))  # [layer-input-size]
  |           ^^^^^^-----------------^
  |                 |
  |                 (None, 9)
  |
note: Keras raises when the layer is applied, before any training
help: give it an input of shape (None, 8)

Found 1 error in 1 file
"""
