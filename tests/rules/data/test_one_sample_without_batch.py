"""``one-sample-without-batch``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "a_batch_of_one": """
        model = keras.Sequential([keras.Input((28, 1)), layers.LSTM(4), layers.Dense(1)])
        model.predict(np.zeros((1, 28, 1)))
        """,
    "a_batch_without_the_last_axis": """
        model = keras.Sequential([keras.Input((28, 1)), layers.LSTM(4), layers.Dense(1)])
        model.predict(np.zeros((64, 28)))
        """,
    "sequences_of_any_length": """
        model = keras.Sequential([keras.Input((None, 1)), layers.LSTM(4), layers.Dense(1)])
        model.predict(np.zeros((28, 1)))
        """,
    "data_that_are_not_known": """
        model = keras.Sequential([keras.Input((28, 1)), layers.LSTM(4), layers.Dense(1)])
        model.predict(load())
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((28, 1)),
            layers.LSTM(4),
            layers.Dense(1),
        ])
        series = np.zeros((28, 1))
        model.predict(series)  # [one-sample-without-batch]
        """,
    )
    assert found[0].message == (
        "`predict` gets one sample of shape (28, 1); Keras reads it as 28 samples"
    )
    assert [label.text for label in found[0].labels] == [
        "takes (None, 28, 1), Keras reads the data as (28, 1, 1)",
        "one sample: (28, 1)",
    ]
    assert list(found[0].helps) == [
        "give a batch of one: `series[np.newaxis]`, which is (1, 28, 1)",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
