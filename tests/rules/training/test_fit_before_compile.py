"""``fit-before-compile``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "compiled_later": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))  # [fit-before-compile]
        model.compile("adam", "mse")
        """,
    "evaluate": """
        inputs = keras.Input((4,))
        model = keras.Model(inputs, layers.Dense(1)(inputs))
        model.evaluate(np.zeros((8, 4)), np.zeros((8, 1)))  # [fit-before-compile]
        """,
}

ACCEPTED = {
    "predict_needs_nothing": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.predict(np.zeros((8, 4)))
        """,
    "compiled_by_a_function": """
        def prepare(network):
            network.compile("adam", "mse")
            return network

        model = prepare(keras.Sequential([keras.Input((4,)), layers.Dense(1)]))
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
    "compiled_by_a_method_that_is_not_followed": """
        class Trainer:
            def prepare(self, **parts):
                for part in parts.values():
                    getattr(part, "compile")("adam", "mse")

        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        Trainer().prepare(model=model)
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["compiled_later"], "fit-before-compile") == TEXT


TEXT = """\
error[fit-before-compile]: `model` is not compiled when `fit` is called
 --> example.py:6:1
  |
6 | model.fit(np.zeros((8, 4)), np.zeros((8, 1)))  # [fit-before-compile]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
7 | model.compile("adam", "mse")
  | ---------------------------- is compiled only here
  |
note: `fit` needs a loss and an optimizer; Keras raises here
help: call model.compile(optimizer, loss) first

Found 1 error in 1 file
"""
