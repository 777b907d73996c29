"""``bias-before-batch-normalization``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "an_activation_between": """
        model = keras.Sequential([
            keras.Input((8,)), layers.Dense(4, activation="relu"), layers.BatchNormalization()
        ])
        """,
    "no_center": """
        model = keras.Sequential([
            keras.Input((8,)), layers.Dense(4), layers.BatchNormalization(center=False)
        ])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3),  # [bias-before-batch-normalization]
            layers.BatchNormalization(),
        ])
        """,
        rules=["bias-before-batch-normalization"],
    )
    assert found[0].message == ("`BatchNormalization` takes the bias of this `Conv2D` away")
    assert [label.text for label in found[0].labels] == [
        "subtracts the mean, the bias in it",
    ]
    assert list(found[0].helps) == [
        "use_bias=False saves 32 weights",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source, rules=["bias-before-batch-normalization"])
