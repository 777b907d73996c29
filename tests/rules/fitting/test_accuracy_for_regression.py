"""``accuracy-for-regression``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "classes": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(3, activation="softmax")])
        model.compile("adam", loss="categorical_crossentropy", metrics=["accuracy"])
        """,
    "classes_under_mse": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1, activation="sigmoid")])
        model.compile("adam", loss="mse", metrics=["accuracy"])
        """,
    "whole_numbers": """
        x, y = np.zeros((64, 8)), np.zeros((64, 1), dtype="int32")
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse", metrics=["accuracy"])
        model.fit(x, y)
        """,
    "an_error": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse", metrics=["mae"])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(16, activation="relu"),
            layers.Dense(1),
        ])
        model.compile("adam", loss="mse", metrics=["accuracy"])  # [accuracy-for-regression]
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
        """,
    )
    assert found[0].message == (
        "`accuracy` of a regression: the loss is `mean_squared_error`, the output is linear"
    )
    assert [label.text for label in found[0].labels] == [
        "the share of predictions that equal their target",
        "gives any number: (None, 1)",
        "a loss for numbers",
    ]
    assert list(found[0].helps) == [
        'measure the error: metrics=["mae"]',
        "for classes, the last layer needs sigmoid or softmax, and a crossentropy",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
