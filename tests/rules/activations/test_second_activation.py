"""``second-activation``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "a_bound_from_above": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(4, activation="relu"),
            layers.ReLU(max_value=6.0),
        ])
        """,
    "one_activation": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(4), layers.ReLU()])
        """,
    "a_normalization_between": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(4, activation="relu"),
            layers.BatchNormalization(),
            layers.ReLU(),
        ])
        """,
    "a_linear_activation_first": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(4, activation="linear"),
            layers.Activation("softmax"),
        ])
        """,
    "tanh_first": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(4, activation="tanh"),
            layers.Activation("relu"),
        ])
        """,
    "a_sum_between": """
        inputs = keras.Input((8,))
        x = layers.Dense(8, activation="relu")(inputs)
        outputs = layers.ReLU()(x - inputs)
        model = keras.Model(inputs, outputs)
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(16, activation="relu"),
            layers.LeakyReLU(),  # [second-activation]
            layers.Dense(1),
        ])
        """,
    )
    assert found[0].message == ("`LeakyReLU` on top of `relu` has no effect: no value is negative")
    assert [label.text for label in found[0].labels] == [
        "the first activation: (None, 16)",
        "the second activation: (None, 16)",
    ]
    assert list(found[0].helps) == [
        "keep one of them: take `relu` out of the `Dense`, or leave this layer out",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
