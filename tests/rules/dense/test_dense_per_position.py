"""``dense-per-position``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "vectors": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
        """,
    "a_mistake_that_is_reported_already": """
        model = keras.Sequential([keras.Input((28, 28)), layers.Dense(10)])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((20, 8)),
            layers.LSTM(32, return_sequences=True),
            layers.Dense(4),  # [dense-per-position]
            layers.GlobalAveragePooling1D(),
        ])
        """,
        rules=["dense-per-position"],
    )
    assert found[0].message == (
        "`Dense` works on each position by itself: (None, 20, 32) -> (None, 20, 4)"
    )
    assert list(found[0].helps) == [
        "for one vector for each sample, put Flatten() or pooling before it",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source, rules=["dense-per-position"])
