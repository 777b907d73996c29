"""``constant-kernel-initializer``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "a_fixed_filter": """
        model = keras.Sequential([
            keras.Input((8, 8, 3)),
            layers.Conv2D(4, 3, kernel_initializer="ones", trainable=False),
            layers.Conv2D(4, 3),
        ])
        """,
    "the_last_layer": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(4, kernel_initializer="zeros")])
        """,
    "the_end_of_a_residual_branch": """
        inputs = keras.Input((8,))
        x = layers.Dense(8, activation="relu")(inputs)
        x = layers.Dense(8, kernel_initializer="zeros")(x)
        x = layers.Add()([inputs, x])
        model = keras.Model(inputs, layers.Dense(1)(x))
        """,
    "a_bias": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(4, activation="relu", bias_initializer="zeros"),
            layers.Dense(1),
        ])
        """,
    "one_unit": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(1, kernel_initializer="ones"),
            layers.Dense(4),
        ])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(64, "relu", kernel_initializer="zeros"),  # [constant-kernel-initializer]
            layers.Dense(1),
        ])
        """,
    )
    assert found[0].message == ("all 64 units of this `Dense` start alike and stay alike")
    assert [label.text for label in found[0].labels] == [
        "one constant in the whole kernel: zeros",
    ]
    assert list(found[0].helps) == [
        "leave `kernel_initializer` out: Keras then draws the kernel at random",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
