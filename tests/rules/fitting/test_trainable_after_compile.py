"""``trainable-after-compile``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "compiled_again": """
        base = layers.Dense(4)
        model = keras.Sequential([keras.Input((8,)), base])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((4, 8)), np.zeros((4, 4)))
        base.trainable = False
        model.compile("adam", loss="mse")
        model.fit(np.zeros((4, 8)), np.zeros((4, 4)))
        """,
    "before_the_first_fit": """
        base = layers.Dense(4)
        model = keras.Sequential([keras.Input((8,)), base])
        model.compile("adam", loss="mse")
        base.trainable = False
        model.fit(np.zeros((4, 8)), np.zeros((4, 4)))
        """,
    "a_layer_of_another_model": """
        other = layers.Dense(4)
        model = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((4, 8)), np.zeros((4, 4)))
        other.trainable = False
        model.fit(np.zeros((4, 8)), np.zeros((4, 4)))
        """,
}


def test_the_text() -> None:
    found = check(
        """
        base = layers.Dense(16, activation="relu")
        model = keras.Sequential([keras.Input((8,)), base, layers.Dense(1)])
        base.trainable = False
        model.compile("adam", loss="mse")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
        base.trainable = True  # [trainable-after-compile]
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
        """,
    )
    assert found[0].message == (
        "`trainable` is set to true after `fit`; the next `fit` does not see it"
    )
    assert [label.text for label in found[0].labels] == [
        "makes the training step, with the weights trainable then",
        "uses the same training step",
    ]
    assert list(found[0].helps) == [
        "call `compile` again between this line and the next `fit`",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
