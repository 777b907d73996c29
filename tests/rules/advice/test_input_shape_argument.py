"""``input-shape-argument``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "an_input": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            layers.Dense(16, input_shape=(8,)),  # [input-shape-argument]
        ])
        """,
        rules=["input-shape-argument"],
    )
    assert found[0].message == ("`input_shape=` of `Dense` makes Keras 3 warn")
    assert [label.text for label in found[0].labels] == [
        "input_shape=(8,)",
    ]
    assert list(found[0].helps) == [
        "put `keras.Input((8,))` before this layer",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source, rules=["input-shape-argument"])
