"""``layer-output-discarded``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "assigned": """
        inputs = keras.Input((8,))
        x = layers.Dense(4)(inputs)
        model = keras.Model(inputs, x)
        """,
    "built_before_it_is_used": """
        shared = layers.Dense(4)
        inputs = keras.Input((8,))
        shared(inputs)
        model = keras.Model(inputs, shared(inputs))
        """,
    "built_by_data": """
        layer = layers.Dense(4)
        layer(np.zeros((1, 8)))
        """,
    "added": """
        model = keras.Sequential()
        model.add(keras.Input((8,)))
        model.add(layers.Dense(4))
        """,
}


def test_the_text() -> None:
    found = check(
        """
        inputs = keras.Input((8,))
        x = layers.Dense(16, activation="relu")(inputs)
        layers.Dropout(0.5)(x)  # [layer-output-discarded]
        model = keras.Model(inputs, layers.Dense(1)(x))
        """,
    )
    assert found[0].message == ("the output of this `Dropout` is thrown away")
    assert [label.text for label in found[0].labels] == [
        "(None, 16) -> (None, 16)",
    ]
    assert list(found[0].helps) == [
        "assign what it gives: `x = ...`, and use that",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
