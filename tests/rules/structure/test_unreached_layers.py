"""``unreached-layers``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "every_layer_is_used": """
        inputs = keras.Input((8,))
        a = layers.Dense(4)(inputs)
        b = layers.Dense(4)(inputs)
        model = keras.Model(inputs, layers.Add()([a, b]))
        """,
    "two_models_of_one_graph": """
        inputs = keras.Input((8,))
        code = layers.Dense(4)(inputs)
        scores = layers.Dense(2)(code)
        encoder = keras.Model(inputs, code)
        head = keras.Model(inputs, scores)
        """,
    "given_to_something_unknown": """
        inputs = keras.Input((8,))
        x = layers.Dense(4)(inputs)
        extra = layers.Dense(2)(x)
        model = keras.Model(inputs, layers.Dense(1)(x))
        inspect(extra)
        """,
    "a_loop": """
        inputs = keras.Input((8,))
        x = layers.Dense(4)(inputs)
        for units in (4, 8):
            y = layers.Dense(units)(x)
            x = layers.Dropout(0.5)(y)
        model = keras.Model(inputs, x)
        """,
}


def test_the_text() -> None:
    found = check(
        """
        inputs = keras.Input((8,))
        x = layers.Dense(16, activation="relu")(inputs)
        x = layers.Dense(32, activation="relu")(x)
        y = layers.Dropout(0.5)(x)  # [unreached-layers]
        outputs = layers.Dense(1)(x)
        model = keras.Model(inputs, outputs)
        """,
    )
    assert found[0].message == ("this `Dropout` is not connected to the model: `y` is not used")
    assert [label.text for label in found[0].labels] == [
        "(None, 32) -> (None, 32)",
    ]
    assert list(found[0].helps) == [
        "use `y` in the layer after it, or leave this layer out",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)


def test_the_last_of_several_layers_from_the_input() -> None:
    check("""
        inputs = keras.Input((8, 2))
        x = layers.Conv1D(4, 3)(inputs)
        y = layers.Conv1D(4, 5)(inputs)
        y = layers.GlobalMaxPooling1D()(y)  # [unreached-layers]
        model = keras.Model(inputs, layers.GlobalMaxPooling1D()(x))
        """)


def test_a_layer_whose_variable_is_bound_anew() -> None:
    check("""
        inputs = keras.Input((8,))
        x = layers.Dense(16, activation="relu")(inputs)  # [unreached-layers]
        x = layers.Dense(32, activation="relu")(inputs)
        model = keras.Model(inputs, layers.Dense(1)(x))
        """)
