"""``activation-against-loss``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "two_exclusive_units_under_binary_crossentropy": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(2, activation="softmax")])
        model.compile("adam", loss="binary_crossentropy")
        """,
    "several_labels": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(5, activation="sigmoid")])
        model.compile("adam", loss="binary_crossentropy")
        """,
    "pixels_under_mse": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(64, activation="sigmoid")])
        model.compile("adam", loss="mse")
        """,
    "an_activation_of_the_users_own": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(5, activation=load())])
        model.compile("adam", loss="categorical_crossentropy")
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(10, activation="sigmoid"),  # [activation-against-loss]
        ])
        model.compile("adam", loss="sparse_categorical_crossentropy")
        model.fit(np.zeros((4, 8)), np.zeros((4,)))
        """,
    )
    assert found[0].message == (
        "`sparse_categorical_crossentropy` needs one distribution over 10 classes, not 10 sigmoids"
    )
    assert [label.text for label in found[0].labels] == [
        "ends in sigmoid: (None, 10)",
        "the loss is sparse_categorical_crossentropy",
    ]
    assert list(found[0].helps) == [
        (
            'for exclusive classes, use activation="softmax"; for several labels at once, keep '
            'sigmoid and use loss="binary_crossentropy"'
        ),
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
