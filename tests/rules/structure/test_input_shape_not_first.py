"""``input-shape-not-first``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "the_first_layer": """
        model = keras.Sequential([layers.Dense(16, input_shape=(8,)), layers.Dense(4)])
        """,
    "the_shape_that_the_layer_gets": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(16),
            layers.Dense(4, input_shape=(16,)),
        ])
        """,
    "a_shape_that_is_not_known": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(load()),
            layers.Dense(4, input_dim=16),
        ])
        """,
    "an_embedding_whose_own_argument_it_is": """
        model = keras.Sequential([
            keras.Input((10,)),
            layers.Dropout(0.1),
            layers.Embedding(input_dim=100, output_dim=8),
        ])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(16, activation="relu"),
            layers.Dense(4, input_shape=(8,)),  # [input-shape-not-first]
        ])
        """,
    )
    assert found[0].message == ("`input_shape` of this `Dense` is ignored: its input is (None, 16)")
    assert [label.text for label in found[0].labels] == [
        "not what the layer gets: (None, 16)",
    ]
    assert list(found[0].helps) == [
        "leave `input_shape` out",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
