"""``duplicate-layer-name``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "one_call_makes_several": """
        def block(x, name):
            x = layers.Dense(4, name=name + "_dense")(x)  # [duplicate-layer-name]
            return layers.ReLU(name=name + "_relu")(x)  # [duplicate-layer-name]

        inputs = keras.Input((4,))
        model = keras.Model(inputs, block(block(inputs, "a"), "a"))
        """,
    "functional": """
        inputs = keras.Input((4,))
        x = layers.Dense(8, name="dense")(inputs)
        outputs = layers.Dense(1, name="dense")(x)  # [duplicate-layer-name]
        model = keras.Model(inputs, outputs)
        """,
    "in_a_loop": """
        model = keras.Sequential([keras.Input((4,))])
        for _ in range(2):
            model.add(layers.Dense(8, name="hidden"))  # [duplicate-layer-name]
        """,
}

ACCEPTED = {
    "one_layer_twice": """
        shared = layers.Dense(4, name="shared")
        inputs = keras.Input((4,))
        model = keras.Model(inputs, shared(shared(inputs)))
        """,
    "one_layer_twice_in_a_row": """
        shared = layers.Dense(4, name="shared")
        model = keras.Sequential([keras.Input((4,)), shared, shared])
        """,
    "numbered": """
        model = keras.Sequential([keras.Input((4,))])
        for index in range(2):
            model.add(layers.Dense(8, name=f"hidden_{index}"))
        """,
    "in_two_models": """
        a = keras.Sequential([keras.Input((4,)), layers.Dense(8, name="dense")])
        b = keras.Sequential([keras.Input((4,)), layers.Dense(8, name="dense")])
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["functional"], "duplicate-layer-name") == TEXT


TEXT = """\
error[duplicate-layer-name]: the name 'dense' is already the name of another layer of this model
 --> example.py:7:11
  |
6 | x = layers.Dense(8, name="dense")(inputs)
  |     ----------------------------- already 'dense'
7 | outputs = layers.Dense(1, name="dense")(x)  # [duplicate-layer-name]
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras raises when the model is made of these layers
help: give each layer a name of its own, or none

Found 1 error in 1 file
"""
