"""``units-against-target``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "one_unit_for_vectors": """
        x, y = np.zeros((64, 8)), np.zeros((64,))
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """,
    "as_many_units_as_targets": """
        x, y = np.zeros((64, 8)), np.zeros((64, 3))
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3)])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """,
    "classes_as_integers": """
        x, y = np.zeros((64, 8)), np.zeros((64, 1), dtype="int32")
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(x, y)
        """,
}


def test_the_text() -> None:
    found = check(
        """
        x, y = np.zeros((64, 8)), np.zeros((64, 2))
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(16, activation="relu"),
            layers.Dense(1),  # [units-against-target]
        ])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """,
    )
    assert found[0].message == ("the model gives 1 value per sample, the targets (64, 2) hold 2")
    assert [label.text for label in found[0].labels] == [
        "the model ends in (None, 1)",
        "the targets are (64, 2)",
    ]
    assert list(found[0].helps) == [
        "for one value per target, the last layer needs 2 units",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
