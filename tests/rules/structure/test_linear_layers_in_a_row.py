"""``linear-layers-in-a-row``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "a_lesson_on_linear_models": """
        model = keras.Sequential(
            [keras.Input((1,)), layers.Dense(4), layers.Dense(4), layers.Dense(1)]
        )
        model.compile("adam", loss="mse")
        """,
    "a_bottleneck": """
        model = keras.Sequential([keras.Input((784,)), layers.Dense(32), layers.Dense(784)])
        model.compile("adam", loss="mse")
        """,
    "an_activation_layer_between": """
        model = keras.Sequential(
            [keras.Input((8,)), layers.Dense(9), layers.ReLU(), layers.Dense(1)]
        )
        model.compile("adam", loss="mse")
        """,
    "an_activation_that_is_not_known": """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(32, activation=load()),
            layers.Dense(1),
        ])
        model.compile("adam", loss="mse")
        """,
    "a_sketch_that_is_not_trained": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(32), layers.Dense(1)])
        """,
    "an_embedding_that_is_an_output_too": """
        inputs = keras.Input((8,))
        embedding = layers.Dense(16)(layers.Dense(8, activation="relu")(inputs))
        model = keras.Model(inputs, [embedding, layers.Dense(5, activation="softmax")(embedding)])
        model.compile("adam", loss=["mse", "categorical_crossentropy"])
        """,
    "an_operation_between": """
        inputs = keras.Input((8,))
        x = keras.ops.sin(layers.Dense(32)(inputs))
        model = keras.Model(inputs, layers.Dense(1)(x))
        model.compile("adam", loss="mse")
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((8,)),
            layers.Dense(64),  # [linear-layers-in-a-row]
            layers.Dense(1),
        ])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
        """,
    )
    assert found[0].message == (
        "this `Dense` has no activation: (None, 64) and (None, 1) are one linear step"
    )
    assert [label.text for label in found[0].labels] == [
        "linear: (None, 8) -> (None, 64)",
        "takes it as it is: (None, 64) -> (None, 1)",
    ]
    assert list(found[0].helps) == [
        'give this layer an activation, such as activation="relu", or leave it out',
    ]


def test_a_small_layer_beside_an_activation() -> None:
    check(
        """
        model = keras.Sequential([
            keras.Input((4,)),
            layers.Dense(8, activation="relu"),
            layers.Dense(8),  # [linear-layers-in-a-row]
            layers.Dense(3),
        ])
        model.compile("adam", loss="mse")
        """
    )


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
