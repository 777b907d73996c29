"""``dropout-before-batch-normalization``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "a_layer_between": """
        model = keras.Sequential([
            keras.Input((8,)), layers.Dropout(0.5), layers.Dense(4), layers.BatchNormalization()
        ])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(16, activation="relu"),
            layers.Dropout(0.5),  # [dropout-before-batch-normalization]
            layers.BatchNormalization(),
            layers.Dense(1),
        ])
        """,
        rules=["dropout-before-batch-normalization"],
    )
    assert found[0].message == (
        "`Dropout` before `BatchNormalization` shifts the variance that `predict` uses"
    )
    assert [label.text for label in found[0].labels] == [
        "learns the variance of dropped values",
    ]
    assert list(found[0].helps) == [
        "put the `Dropout` after the `BatchNormalization`",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source, rules=["dropout-before-batch-normalization"])
