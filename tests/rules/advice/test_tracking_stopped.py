"""``tracking-stopped``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "everything_is_known": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        size = int(input())  # [tracking-stopped]
        model = keras.Sequential([keras.Input((8,)), layers.Dense(size), layers.Dense(2)])
        """,
        rules=["tracking-stopped"],
    )
    assert found[0].message == ("tracking stops here: what this gives")
    assert found[0].helps == ()


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source, rules=["tracking-stopped"])
