"""``layer-shape``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "no_layers": """
        model = keras.Sequential([keras.Input((8,))])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((28, 28)),
            layers.Flatten(),  # [layer-shape]
            layers.Dense(10),  # [layer-shape]
        ])
        """,
        rules=["layer-shape"],
    )
    assert found[0].message == ("`Flatten`: (None, 28, 28) -> (None, 784), 0 weights")
    assert found[0].helps == ()


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source, rules=["layer-shape"])
