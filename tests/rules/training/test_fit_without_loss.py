"""``fit-without-loss``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "metrics_alone": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.compile("adam", metrics=["mae"])  # [fit-without-loss]
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
    "none": """
        inputs = keras.Input((4,))
        model = keras.Model(inputs, layers.Dense(1)(inputs))
        model.compile(optimizer="adam", loss=None)  # [fit-without-loss]
        model.evaluate(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
}

ACCEPTED = {
    "a_regularizer_is_a_loss": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1, kernel_regularizer="l2")])
        model.compile("adam")
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
    "a_layer_of_its_own_adds_one": """
        class Penalty(layers.Layer):
            def call(self, x):
                self.add_loss(keras.ops.sum(x))
                return x

        model = keras.Sequential([keras.Input((4,)), layers.Dense(1), Penalty()])
        model.compile("adam")
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
    "predictions_alone": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.compile("adam")
        model.predict(np.zeros((8, 4)))
        """,
    "compiled_again": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.compile("adam")
        model.compile("adam", loss="mse")
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
    assert full_text(REFUSED["metrics_alone"], "fit-without-loss") == TEXT


TEXT = """\
error[fit-without-loss]: `model` is compiled without a loss, and `fit` needs one
 --> example.py:6:1
  |
6 | model.compile("adam", metrics=["mae"])  # [fit-without-loss]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
7 | model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
  | --------------------------------------------- Keras raises here
  |
note: Keras raises in `fit`, not in `compile`
help: give `compile` a loss: loss=...

Found 1 error in 1 file
"""
