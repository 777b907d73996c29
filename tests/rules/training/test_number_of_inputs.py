"""``number-of-inputs``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "a_layer_on_a_list": """
        a, b = keras.Input((4,)), keras.Input((5,))
        x = layers.Dense(1)([a, b])  # [number-of-inputs]
        """,
    "a_comma_at_the_end_of_the_line": """
        inputs = keras.Input((4,))
        x = layers.Dense(3)(inputs),
        x = layers.Dense(1)(x)  # [number-of-inputs]
        """,
    "a_recurrent_layer_on_a_list_of_one": """
        inputs = keras.Input((4, 2))
        x = layers.LSTM(3)([inputs])  # [number-of-inputs]
        """,
    "one_target_for_two_outputs": """
        inputs = keras.Input((4,))
        model = keras.Model(inputs, [layers.Dense(1)(inputs), layers.Dense(1)(inputs)])
        model.compile("adam", loss=["mse", "mae"])
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))  # [number-of-inputs]
        """,
    "one_of_two": """
        a, b = keras.Input((4,)), keras.Input((5,))
        model = keras.Model([a, b], layers.Dense(1)(layers.Concatenate()([a, b])))
        model.predict([np.zeros((8, 4))])  # [number-of-inputs]
        """,
    "two_for_one": """
        a = keras.Input((4,))
        model = keras.Model(a, layers.Dense(1)(a))
        model.predict([np.zeros((8, 4)), np.zeros((8, 4))])  # [number-of-inputs]
        """,
    "targets": """
        a = keras.Input((4,))
        model = keras.Model(a, [layers.Dense(1)(a), layers.Dense(2)(a)])
        model.compile("adam", loss=["mse", "mse"])
        y = np.zeros((8, 1))
        model.fit(np.zeros((8, 4)), [y, y, y])  # [number-of-inputs]
        """,
    "applied_to_one_tensor": """
        a, b = keras.Input((4,)), keras.Input((5,))
        model = keras.Model([a, b], layers.Concatenate()([a, b]))
        x = model(keras.Input((4,)))  # [number-of-inputs]
        """,
    "a_name_that_is_missing": """
        a, b = keras.Input((4,), name="a"), keras.Input((5,), name="b")
        model = keras.Model([a, b], layers.Concatenate()([a, b]))
        model.predict({"a": np.zeros((8, 4)), "c": np.zeros((8, 5))})  # [number-of-inputs]
        """,
}

ACCEPTED = {
    "layers_that_take_lists": """
        a, b = keras.Input((4,)), keras.Input((4,))
        x = layers.Dropout(0.5)([a, b])
        x = layers.Add()(layers.Activation("relu")([a, b]))
        y = layers.GlobalAveragePooling1D()([keras.Input((4, 2))])
        z = keras.Sequential([keras.Input((4,)), layers.Dense(2)])([a])
        """,
    "one_output_has_a_loss": """
        inputs = keras.Input((4,))
        model = keras.Model(inputs, [layers.Dense(1)(inputs), layers.Dense(1)(inputs)])
        model.compile("adam", loss=["mse", None])
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
    "a_list_of_one": """
        a = keras.Input((4,))
        model = keras.Model(a, layers.Dense(1)(a))
        model.predict([np.zeros((8, 4))])
        """,
    "a_sequential_takes_the_first": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
        model.compile("adam", "mse")
        model.fit([np.zeros((8, 4)), np.zeros((8, 4))], np.zeros((8, 1)))
        """,
    "a_name_too_many": """
        a, b = keras.Input((4,), name="a"), keras.Input((5,), name="b")
        model = keras.Model([a, b], layers.Concatenate()([a, b]))
        model.predict({"a": np.zeros((8, 4)), "b": np.zeros((8, 5)), "c": np.zeros((8, 5))})
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["one_of_two"], "number-of-inputs") == TEXT


TEXT = """\
error[number-of-inputs]: the model has 2 inputs and gets 1 array
 --> example.py:7:1
  |
5 | a, b = keras.Input((4,)), keras.Input((5,))
  |        -----------------  ----------------- input 2: (None, 5)
  |        |
  |        input 1: (None, 4)
6 | model = keras.Model([a, b], layers.Dense(1)(layers.Concatenate()([a, b])))
7 | model.predict([np.zeros((8, 4))])  # [number-of-inputs]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras raises in `predict`
help: give one array for each input, in the order of the inputs or by name

Found 1 error in 1 file
"""
