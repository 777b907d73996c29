"""``unbuilt-model-attribute``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "count_params": """
        model = keras.Sequential([layers.Dense(4)])
        print(model.count_params())  # [unbuilt-model-attribute]
        """,
    "output": """
        base = keras.Sequential()
        base.add(layers.Dense(4))
        x = layers.Dense(1)(base.output)  # [unbuilt-model-attribute]
        """,
}

ACCEPTED = {
    "summary": """
        model = keras.Sequential([layers.Dense(4)])
        model.summary(print_fn=lambda text, line_break=True: None)
        """,
    "built": """
        model = keras.Sequential([layers.Dense(4)])
        model.build((None, 8))
        print(model.output_shape)
        """,
    "given_data_that_are_not_followed": """
        def load():
            return eval("np.zeros((2, 8))")

        model = keras.Sequential([layers.Dense(4)])
        model.predict(load(), verbose=0)
        print(model.count_params())
        """,
    "layers_and_weights": """
        model = keras.Sequential([layers.Dense(4)])
        print(len(model.layers), len(model.weights))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["count_params"], "unbuilt-model-attribute") == TEXT


TEXT = """\
error[unbuilt-model-attribute]: `model` has no input shape when `count_params` is read
 --> example.py:6:7
  |
5 | model = keras.Sequential([layers.Dense(4)])
  |         ----------------------------------- has no input shape yet
6 | print(model.count_params())  # [unbuilt-model-attribute]
  |       ^^^^^^^^^^^^^^^^^^^^
  |
note: Keras makes weights and shapes once it knows the input; here it raises
help: start the model with keras.Input(shape=...), or call model.build(...) first

Found 1 error in 1 file
"""
