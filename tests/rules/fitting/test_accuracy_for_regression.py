"""``accuracy-for-regression``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import assert_runs
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
    "targets_that_nobody_knows": """
        table = np.loadtxt("houses.csv", delimiter=",")
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse", metrics=["accuracy"])
        model.fit(table[:, 0:8], table[:, 8])
        """,
    "classes_as_numbers": """
        x, y = np.zeros((64, 8)), np.array([-1.0, 1.0] * 32)
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse", metrics=["accuracy"])
        model.fit(x, y)
        """,
    "the_greatest_of_several": """
        x, y = np.zeros((2, 8)), np.array([[24.0, 21.6], [34.7, 33.4]])
        model = keras.Sequential([keras.Input((8,)), layers.Dense(2)])
        model.compile("adam", loss="mse", metrics=["accuracy"])
        model.fit(x, y)
        """,
    "zeros_and_ones": """
        x, y = np.zeros((4, 2)), np.array([[0], [1], [1], [0]], "float32")
        model = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
        model.compile("adam", loss="mse", metrics=["accuracy"])
        model.fit(x, y)
        """,
    "a_threshold": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse", metrics=["binary_accuracy"])
        """,
    "an_error": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse", metrics=["mae"])
        """,
}


REPORTED = """
    x, y = np.ones((4, 8)), np.array([[24.0], [21.6], [34.7], [33.4]])
    model = keras.Sequential([
        keras.Input((8,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(1),
    ])
    model.compile("adam", loss="mse", metrics=[METRIC])  # [accuracy-for-regression]
    scores = model.fit(x, y, verbose=0).history
    assert [0.0] in scores.values(), scores
    """


def test_the_text() -> None:
    found = check(REPORTED.replace("METRIC", '"accuracy"'))
    assert found[0].message == "`accuracy` stays at 0: no target of this regression is 0 or 1"
    assert [label.text for label in found[0].labels] == [
        "makes 1 of predictions above 0.5, 0 of others, and compares these",
        "gives any number: (None, 1)",
        "targets from 21.6 up to 34.7",
    ]
    assert list(found[0].notes) == [
        "Keras is silent; for one output it takes `BinaryAccuracy`",
    ]
    assert list(found[0].helps) == [
        'measure the error: metrics=["mae"]',
        "for classes, the last layer needs sigmoid or softmax, and a crossentropy",
    ]


@pytest.mark.parametrize("metric", ['"accuracy"', '"acc"', "keras.metrics.Accuracy()"])
def test_keras_gives_what_the_message_says(metric: str) -> None:
    source = REPORTED.replace("METRIC", metric)
    check(source)
    assert_runs(source)


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
