"""``validation-on-training-data``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "a_test_set": """
        x, y, u, v = (np.zeros((4, 8)), np.zeros((4, 1)), np.zeros((4, 8)), np.zeros((4, 1)))
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(x, y, validation_data=(u, v))
        """,
    "slices": """
        x, y = np.zeros((8, 8)), np.zeros((8, 1))
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(x[:4], y[:4], validation_data=(x[4:], y[4:]))
        """,
    "targets_of_a_test_set": """
        x, u = np.zeros((8, 8)), np.zeros((8, 8))
        model = keras.Sequential([keras.Input((8,)), layers.Dense(8)])
        model.compile("adam", loss="mse")
        model.fit(x, x, validation_data=(u, u))
        """,
}


def test_the_text() -> None:
    found = check(
        """
        x, y = np.zeros((4, 8)), np.zeros((4, 1))
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(x, y, validation_data=(x, y))  # [validation-on-training-data]
        """,
    )
    assert found[0].message == ("the validation data are the training data: `x`")
    assert [label.text for label in found[0].labels] == [
        "the data that the model learns from",
        "trains on these",
    ]
    assert list(found[0].helps) == [
        "keep some data aside: validation_split=0.2, or a test set",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
