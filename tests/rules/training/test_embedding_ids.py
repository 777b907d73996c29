"""``embedding-ids``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "a_layer_on_data": """
        layer = layers.Embedding(4, 2)  # [embedding-ids]
        rows = layer(np.array([[0, 4]]))
        """,
}

ACCEPTED = {
    "ids_that_fit": """
        model = keras.Sequential([keras.Input((2,)), layers.Embedding(5, 2)])
        model.predict(np.array([[0, 4]]))
        """,
    "shifted": """
        inputs = keras.Input((2,), dtype="int32")
        model = keras.Model(inputs, layers.Embedding(4, 2)(inputs - 1))
        model.predict(np.array([[1, 4]]))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["a_layer_on_data"], "embedding-ids") == TEXT


TEXT = """\
error[embedding-ids]: this `Embedding` has rows for 0 to 3, the data hold the id 4
 --> example.py:5:9
  |
5 | layer = layers.Embedding(4, 2)  # [embedding-ids]
  |         ^^^^^^^^^^^^^^^^^^^^^^
6 | rows = layer(np.array([[0, 4]]))
  |        -------------------------
  |        |     |
  |        |     ids up to 4
  |        ids up to 4
  |
note: on a CPU Keras raises here; on a GPU such ids give zeros
help: write input_dim=5: the greatest id plus one

Found 1 error in 1 file
"""
