"""``input-rank``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import numpy as np
import pytest

from tests.rules.keras_runs import ERRORS, accepted, refused, run
from tests.rules.marks import check, full_text

REFUSED = {
    "the_samples_are_declared": """
        x, y = np.zeros((8, 3)), np.zeros((8,))
        inputs = keras.Input(x.shape)  # [input-rank]
        model = keras.Model(inputs, layers.Dense(1)(inputs))
        model.compile("adam", "mse")
        model.fit(x, y)
        """,
    "one_image": """
        model = keras.Sequential([keras.Input((8, 8)), layers.Flatten(), layers.Dense(2)])
        images = np.zeros((5, 8, 8))
        model.predict(images[3])  # [input-rank]
        """,
    "a_list_of_steps": """
        x, y = np.zeros((10, 4)), np.zeros((10, 1))
        model = keras.Sequential()
        model.add(layers.LSTM(3, input_shape=(4, 2)))  # [input-rank]
        model.add(layers.Dense(1))
        model.compile("adam", "mse")
        model.fit(x, y)
        """,
    "other_data_fit": """
        x, y = np.zeros((10, 4, 2)), np.zeros((10, 1))
        model = keras.Sequential([keras.Input((4, 2)), layers.LSTM(3), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(x, y)
        model.evaluate(np.zeros((10, 4)), y)  # [input-rank]
        """,
}

ACCEPTED = {
    "keras_adds_a_last_axis": """
        model = keras.Sequential([keras.Input((8, 8, 1)), layers.Flatten(), layers.Dense(2)])
        model.predict(np.zeros((5, 8, 8)))
        """,
    "keras_drops_a_last_axis": """
        model = keras.Sequential([keras.Input((8, 8)), layers.Flatten(), layers.Dense(2)])
        model.predict(np.zeros((5, 8, 8, 1)))
        """,
    "a_batch_of_one": """
        model = keras.Sequential([keras.Input((8, 8)), layers.Flatten(), layers.Dense(2)])
        images = np.zeros((5, 8, 8))
        model.predict(images[3:4])
        model.predict(images[3][np.newaxis])
        """,
    "built_by_the_data": """
        model = keras.Sequential([layers.Flatten(), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(np.zeros((10, 4)), np.zeros((10, 1)))
        """,
}

LISTS = {
    "lists_for_a_declared_input": """
        (x_train, y_train), _ = keras.datasets.imdb.load_data(num_words=50)
        model = keras.Sequential([keras.Input((9,)), layers.Embedding(50, 3), layers.LSTM(2)])
        model.compile("adam", "mse")
        model.fit(x_train, y_train)  # [input-rank]
        """,
    "lists_for_a_model_without_an_input": """
        (x_train, y_train), _ = keras.datasets.imdb.load_data(num_words=50)
        model = keras.Sequential([layers.Embedding(50, 3), layers.LSTM(2), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit(x_train, y_train)  # [input-rank]
        """,
}


@pytest.mark.parametrize("source", LISTS.values(), ids=LISTS)
def test_lists_of_different_lengths(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import keras

    lists = np.empty(4, dtype=object)
    for index in range(4):
        lists[index] = [1] * (index + 1)
    data = (lists, np.zeros((4,)))
    monkeypatch.setattr(keras.datasets.imdb, "load_data", lambda **_: (data, data))
    check(source, rules=ERRORS)
    outcome = run(source)
    assert outcome.message == "Invalid dtype: object"


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["one_image"], "input-rank") == TEXT


TEXT = """\
error[input-rank]: `images[3]` is (8, 8), 2 axes; the model takes (None, 8, 8)
 --> example.py:7:15
  |
5 | model = keras.Sequential([keras.Input((8, 8)), layers.Flatten(), layers.Dense(2)])
  |                                       ------ the model takes (None, 8, 8)
6 | images = np.zeros((5, 8, 8))
7 | model.predict(images[3])  # [input-rank]
  |               ^^^^^^^^^
  |
note: Keras builds this model and raises in `predict`
help: this is one sample: images[3:4] is a batch of one, (1, 8, 8)
  |
7 ~ model.predict(images[3:4])  # [input-rank]
  |

Found 1 error in 1 file; 1 can be fixed with `keras-lint fix --unsafe-fixes`
"""
