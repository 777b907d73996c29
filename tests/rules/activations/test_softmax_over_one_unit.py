"""``softmax-over-one-unit``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "two_units": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(2, activation="softmax")])
        """,
    "over_the_positions": """
        inputs = keras.Input((20, 8))
        scores = layers.Dense(1)(inputs)
        weights = layers.Softmax(axis=1)(scores)
        model = keras.Model(inputs, layers.Multiply()([inputs, weights]))
        """,
    "a_number_that_is_not_known": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(load(), activation="softmax")])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(16, activation="relu"),
            layers.Dense(1, activation="softmax"),  # [softmax-over-one-unit]
        ])
        model.compile("adam", loss="binary_crossentropy")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
        """,
    )
    assert found[0].message == ("`softmax` over one unit is always 1.0: (None, 1)")
    assert [label.text for label in found[0].labels] == [
        "divides each value by itself: (None, 1)",
    ]
    assert list(found[0].helps) == [
        'for one probability, use activation="sigmoid"',
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
