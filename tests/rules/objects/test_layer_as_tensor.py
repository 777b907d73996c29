"""``layer-as-tensor``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "never_applied": """
        inputs = keras.Input((8,))
        hidden = layers.Dense(32, activation="relu")  # [layer-as-tensor]
        outputs = layers.Dense(1)(hidden)
        """,
    "in_a_list": """
        a = keras.Input((8,))
        b = layers.Dense(8)  # [layer-as-tensor]
        x = layers.Concatenate()([a, b])
        """,
    "a_model": """
        base = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
        outputs = layers.Dense(1)(base)  # [layer-as-tensor]
        """,
    "as_an_output": """
        inputs = keras.Input((8,))
        outputs = layers.Dense(4)  # [layer-as-tensor]
        model = keras.Model(inputs, outputs)
        """,
}

ACCEPTED = {
    "the_output_of_a_model": """
        base = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
        outputs = layers.Dense(1)(base.outputs[0])
        """,
    "a_layer_inside_a_wrapper": """
        outputs = layers.TimeDistributed(layers.Dense(4))(keras.Input((5, 3)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["never_applied"], "layer-as-tensor") == TEXT


TEXT = """\
error[layer-as-tensor]: this `Dense` is a layer, but a tensor is needed: it is not applied to anything
 --> example.py:6:10
  |
6 | hidden = layers.Dense(32, activation="relu")  # [layer-as-tensor]
  |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
7 | outputs = layers.Dense(1)(hidden)
  |           ----------------------- is used as a tensor here
  |
note: Keras raises at the layer that gets it
help: apply it to a tensor: Dense(...)(x)

Found 1 error in 1 file
"""  # noqa: E501
