"""``dropout-after-last-layer``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "before_the_last_layer": """
        model = keras.Sequential([keras.Input((8,)), layers.Dropout(0.5), layers.Dense(1)])
        model.compile("adam", loss="mse")
        """,
    "a_block_of_another_model": """
        block = keras.Sequential([layers.Dense(8, activation="relu"), layers.Dropout(0.5)])
        model = keras.Sequential([keras.Input((8,)), block, layers.Dense(1)])
        model.compile("adam", loss="mse")
        """,
    "an_encoder_that_is_not_trained_alone": """
        encoder = keras.Sequential([keras.Input((8,)), layers.Dense(8), layers.Dropout(0.5)])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(16, activation="relu"),
            layers.Dense(10, activation="softmax"),
            layers.Dropout(0.5),  # [dropout-after-last-layer]
        ])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((4, 8)), np.zeros((4,)))
        """,
    )
    assert found[0].message == ("`Dropout` after the last layer zeroes the predictions (None, 10)")
    assert [label.text for label in found[0].labels] == [
        "the last layer: (None, 10)",
        "sets predictions to zero: (None, 10)",
    ]
    assert list(found[0].helps) == [
        "put it before the last layer, or leave it out",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
