"""``positional-strides``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "a_call_that_keras_refuses": """
        layer = layers.Conv2D(32, 3, 3, subsample=(2, 2))  # [removed-argument]
        """,
    "strides_by_name": """
        model = keras.Sequential([keras.Input((81, 81, 3)), layers.Conv2D(32, 3, strides=3)])
        """,
    "strides_of_two": """
        model = keras.Sequential([keras.Input((81, 81, 3)), layers.Conv2D(32, 3, 2)])
        """,
    "patches": """
        model = keras.Sequential([keras.Input((64, 64, 3)), layers.Conv2D(96, 4, 4)])
        """,
    "patches_that_are_flattened": """
        model = keras.Sequential([
            keras.Input((63, 63, 3)),
            layers.Conv2D(96, 7, 7),
            layers.Reshape((81, 96)),
        ])
        """,
    "strides_in_variables": """
        size, step = 3, 3
        model = keras.Sequential([keras.Input((81, 81, 3)), layers.Conv2D(32, size, step)])
        """,
    "pooling": """
        model = keras.Sequential([keras.Input((81, 81, 3)), layers.MaxPooling2D(3, 3)])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((81, 81, 3)),
            layers.Conv2D(32, 3, 3, activation="relu"),  # [positional-strides]
            layers.GlobalAveragePooling2D(),
            layers.Dense(10, activation="softmax"),
        ])
        """,
    )
    assert found[0].message == ("`Conv2D` moves by 3 pixels: the second 3 is read as strides")
    assert [label.text for label in found[0].labels] == [
        "strides: (None, 81, 81, 3) -> (None, 27, 27, 32)",
    ]
    assert list(found[0].helps) == [
        (
            "for a kernel of 3 x 3, write `(3, 3)` and no strides: (None, 81, 81, 3) -> (None, "
            "79, 79, 32)"
        ),
        "for strides that are meant, write `strides=3`",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)


def test_one_variable_for_both() -> None:
    check("""
        def block(x, filters, kernel, patch):
            x = layers.Conv2D(filters, kernel, kernel)(x)  # [positional-strides]
            return layers.Conv2D(filters, patch, patch)(x)

        model = keras.Model(inputs := keras.Input((64, 64, 3)), block(inputs, 8, 3, 5))
        """)
