"""``merge-on-batch-axis``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "features": """
        a, b = keras.Input((8,)), keras.Input((4,))
        model = keras.Model([a, b], layers.Concatenate()([a, b]))
        """,
    "steps": """
        a, b = keras.Input((8, 2)), keras.Input((4, 2))
        model = keras.Model([a, b], layers.Concatenate(axis=1)([a, b]))
        """,
    "an_axis_that_is_not_known": """
        a, b = keras.Input((8,)), keras.Input((8,))
        model = keras.Model([a, b], layers.Concatenate(axis=load())([a, b]))
        """,
    "numbers_without_another_axis": """
        a, b = keras.Input(()), keras.Input(())
        model = keras.Model([a, b], layers.Concatenate()([a, b]))
        """,
}


def test_the_text() -> None:
    found = check(
        """
        a = keras.Input((8,))
        b = keras.Input((8,))
        x = layers.Concatenate(axis=0)([a, b])  # [merge-on-batch-axis]
        model = keras.Model([a, b], layers.Dense(1)(x))
        """,
    )
    assert found[0].message == (
        "joins the batches of its inputs (None, 8) and (None, 8): axis 0 is the batch"
    )
    assert [label.text for label in found[0].labels] == [
        "gives (None, 8)",
    ]
    assert list(found[0].helps) == [
        "join the features with axis=-1: (None, 16)",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
