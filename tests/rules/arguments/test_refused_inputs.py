"""What Keras refuses about the arguments of ``Input`` and ``InputLayer``, and what it takes."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused

REFUSED = {
    "misspelled": """
        inputs = keras.Input(shap=(3,))  # [unknown-argument]
        outputs = layers.Dense(2)(inputs)
        """,
    "a_negative_size": """
        inputs = keras.Input((28, -1))  # [invalid-argument]
        """,
    "half_a_size": """
        side = 28
        inputs = keras.Input((side * side / 2,))  # [invalid-argument]
        """,
    "no_shape": """
        inputs = layers.Input(name="pixels")  # [missing-argument]
        """,
    "an_input_layer": """
        model = keras.Sequential([
            layers.InputLayer(shape=(2.5,)),  # [invalid-argument]
            layers.Dense(2),
        ])
        """,
    "of_keras_2": """
        inputs = keras.Input(batch_input_shape=(None, 3))  # [removed-argument]
        """,
    "shape_and_batch_shape": """
        inputs = keras.Input(shape=(3,), batch_shape=(None, 3))  # [invalid-argument]
        """,
}

ACCEPTED = {
    "by_place_and_by_name": """
        first = keras.Input((3,), 2, "int32", name="first")
        second = keras.Input(batch_shape=(None, 3), dtype="string", sparse=False)
        """,
    "open_and_empty_shapes": """
        inputs = [keras.Input((None, 3)), keras.Input(()), keras.Input(shape=[4, None])]
        """,
    "of_a_tensor": """
        inputs = keras.Input(tensor=keras.KerasTensor((None, 3)))
        """,
    "former_names_of_an_input_layer": """
        model = keras.Sequential([layers.InputLayer(input_shape=(8,)), layers.Dense(2)])
        """,
    "a_shape_that_a_caller_gives": """
        def start(input_shape, size):
            return keras.Input(input_shape), keras.Input((size, size))
        """,
    "unknown_keywords": """
        def start(**options):
            return keras.Input((3,), **options)

        inputs = start(name="x")
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    """Found on the line of the input, and refused there by Keras."""
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    """Taken by Keras, and nothing is said."""
    accepted(source)
