"""``missing-return-sequences``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "a_builder_of_any_input": """
        def build(shape):
            inputs = keras.Input(shape)
            x = layers.LSTM(4)(inputs)  # [missing-return-sequences]
            return keras.Model(inputs, layers.LSTM(4)(x))

        build((5, 3))
        """,
    "bidirectional": """
        model = keras.Sequential([
            keras.Input((10, 3)),
            layers.Bidirectional(layers.LSTM(8)),  # [missing-return-sequences]
            layers.GRU(4),
        ])
        """,
    "with_dropout_between": """
        inputs = keras.Input((10, 3))
        x = layers.GRU(8)(inputs)  # [missing-return-sequences]
        x = layers.Dropout(0.2)(x)
        x = layers.GRU(4)(x)
        """,
    "in_a_loop": """
        model = keras.Sequential()
        model.add(keras.Input((10, 3)))
        for _ in range(2):
            model.add(layers.LSTM(8))  # [missing-return-sequences]
        """,
}

ACCEPTED = {
    "repeated": """
        model = keras.Sequential([
            keras.Input((10, 3)), layers.LSTM(8), layers.RepeatVector(10), layers.LSTM(4),
        ])
        """,
    "dense_after_it": """
        model = keras.Sequential([keras.Input((10, 3)), layers.LSTM(8), layers.Dense(4)])
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["bidirectional"], "missing-return-sequences") == TEXT


TEXT = """\
error[missing-return-sequences]: this `Bidirectional` gives only its last step (None, 16), `GRU` needs all steps
 --> example.py:7:5
  |
7 |     layers.Bidirectional(layers.LSTM(8)),  # [missing-return-sequences]
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
8 |     layers.GRU(4),
  |     ------------- needs (None, steps, features)
  |
note: Keras raises when the layer is applied, before any training
help: return_sequences=True gives (None, 10, 16)
  |
7 ~     layers.Bidirectional(layers.LSTM(8, return_sequences=True)),  # [missing-return-sequences]
  |

Found 1 error in 1 file; 1 can be fixed with `keras-lint fix --unsafe-fixes`
"""  # noqa: E501
