"""``missing-seed``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "a_seed_of_tensorflow": """
        tf.random.set_seed(1)
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)))  # [missing-seed]
        """,
        rules=["missing-seed"],
    )
    assert found[0].message == ("no random seed is set: each run gives another model")
    assert list(found[0].helps) == [
        "call `keras.utils.set_random_seed(0)` at the start",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source, rules=["missing-seed"])
