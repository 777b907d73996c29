"""``monitor-mode``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "less_loss": """
        stop = keras.callbacks.EarlyStopping(monitor="val_loss", mode="min")
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        """,
    "more_accuracy": """
        save = keras.callbacks.ModelCheckpoint("m.keras", monitor="val_accuracy", mode="max")
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        """,
    "a_name_that_says_nothing": """
        stop = keras.callbacks.EarlyStopping(monitor="val_score", mode="min")
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        stop = keras.callbacks.EarlyStopping(monitor="val_loss", mode="max")  # [monitor-mode]
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[stop], validation_split=0.5)
        """,
    )
    assert found[0].message == ('`EarlyStopping` takes more `val_loss` for better: mode="max"')
    assert [label.text for label in found[0].labels] == [
        "less `loss` is better",
    ]
    assert list(found[0].helps) == [
        'use mode="min", or leave it out: Keras knows this metric',
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
