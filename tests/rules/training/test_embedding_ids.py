"""``embedding-ids``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "many_random_ids": """
        x = np.random.randint(0, 50, size=(40, 5))
        model = keras.Sequential([layers.Embedding(20, 4), layers.Flatten()])  # [embedding-ids]
        model.add(layers.Dense(1))
        model.compile("adam", "mse")
        model.fit(x, np.zeros(40))
        """,
    "one_of_two_inputs": """
        users, movies = np.array([[0], [1], [2]]), np.array([[0], [4], [9]])
        a, b = keras.Input((1,)), keras.Input((1,))
        left = layers.Flatten()(layers.Embedding(10, 4)(a))
        right = layers.Flatten()(layers.Embedding(3, 4)(b))  # [embedding-ids]
        model = keras.Model([a, b], layers.Dot(axes=1)([left, right]))
        model.compile("adam", "mse")
        model.fit([users, movies], np.zeros((3, 1)))
        """,
    "padded_lists": """
        x = keras.utils.pad_sequences([[3, 9], [1, 2, 20]], maxlen=4)
        model = keras.Sequential([layers.Embedding(20, 4), layers.Flatten()])  # [embedding-ids]
        model.add(layers.Dense(1))
        model.compile("adam", "mse")
        model.fit(x, np.zeros(2))
        """,
    "a_layer_on_data": """
        layer = layers.Embedding(4, 2)  # [embedding-ids]
        rows = layer(np.array([[0, 4]]))
        """,
}

ACCEPTED = {
    "a_few_random_ids": """
        x = np.random.RandomState(5).randint(0, 21, size=(2, 2))
        model = keras.Sequential([layers.Embedding(20, 4), layers.Flatten(), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(x, np.zeros(2))
        """,
    "the_great_id_is_cut_off": """
        x = keras.utils.pad_sequences([[3, 9], [20, 1, 2]], maxlen=2)
        model = keras.Sequential([layers.Embedding(20, 4), layers.Flatten(), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(x, np.zeros(2))
        """,
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
error[embedding-ids]: this `Embedding` has rows for 0 to 3, the data hold ids up to 4
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
