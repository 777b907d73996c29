"""``legacy-save-format``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "weights": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.save_weights("model.weights.h5")
        """,
    "no_model": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        figure.save("figure.h5")
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.save("model.h5")  # [legacy-save-format]
        """,
        rules=["legacy-save-format"],
    )
    assert found[0].message == ("`model.h5` is in a legacy format")
    assert list(found[0].helps) == [
        "save as model.keras",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source, rules=["legacy-save-format"])
