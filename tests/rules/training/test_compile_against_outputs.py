"""``compile-against-outputs``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "a_key_of_no_output": """
        inputs = keras.Input((4,))
        outputs = [layers.Dense(1, name="price")(inputs), layers.Dense(1, name="age")(inputs)]
        model = keras.Model(inputs, outputs)
        model.compile("adam", loss={"price": "mse", "years": "mae"})  # [compile-against-outputs]
        model.fit(np.zeros((8, 4)), [np.zeros((8, 1)), np.zeros((8, 1))])
        """,
    "an_output_without_key": """
        inputs = keras.Input((4,))
        outputs = [layers.Dense(1, name="price")(inputs), layers.Dense(1, name="age")(inputs)]
        model = keras.Model(inputs, outputs)
        model.compile("adam", loss={"price": "mse"})  # [compile-against-outputs]
        model.fit(np.zeros((8, 4)), [np.zeros((8, 1)), np.zeros((8, 1))])
        """,
    "a_metric_of_no_output": """
        inputs = keras.Input((4,))
        outputs = [layers.Dense(1, name="price")(inputs), layers.Dense(1, name="age")(inputs)]
        model = keras.Model(inputs, outputs)
        model.compile("adam", loss="mse", metrics={"years": "mae"})  # [compile-against-outputs]
        model.fit(np.zeros((8, 4)), [np.zeros((8, 1)), np.zeros((8, 1))])
        """,
    "one_metric_for_two": """
        inputs = keras.Input((4,))
        outputs = [layers.Dense(1, name="price")(inputs), layers.Dense(1, name="age")(inputs)]
        model = keras.Model(inputs, outputs)
        model.compile("adam", loss="mse", metrics=["mae"])  # [compile-against-outputs]
        model.fit(np.zeros((8, 4)), [np.zeros((8, 1)), np.zeros((8, 1))])
        """,
    "a_single_output": """
        inputs = keras.Input((4,))
        model = keras.Model(inputs, layers.Dense(1)(inputs))
        model.compile("adam", loss={"price": "mse"})  # [compile-against-outputs]
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
}

ACCEPTED = {
    "every_name": """
        inputs = keras.Input((4,))
        outputs = [layers.Dense(1, name="price")(inputs), layers.Dense(1, name="age")(inputs)]
        model = keras.Model(inputs, outputs)
        model.compile("adam", loss={"price": "mse", "age": "mae"}, metrics={"age": ["mae"]})
        model.fit(np.zeros((8, 4)), [np.zeros((8, 1)), np.zeros((8, 1))])
        """,
    "lists": """
        inputs = keras.Input((4,))
        outputs = [layers.Dense(1, name="price")(inputs), layers.Dense(1, name="age")(inputs)]
        model = keras.Model(inputs, outputs)
        model.compile("adam", loss=["mse", "mae"], metrics=[["mae"], ["mse"]])
        model.fit(np.zeros((8, 4)), [np.zeros((8, 1)), np.zeros((8, 1))])
        """,
    "a_name_that_keras_makes_up": """
        inputs = keras.Input((4,))
        outputs = layers.Dense(1)(inputs)
        model = keras.Model(inputs, outputs)
        name = model.output_names[0]
        model.compile("adam", loss={name: "mse"})
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
    "metrics_of_a_single_output": """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(1, name="price")])
        model.compile("adam", loss="mse", metrics={"years": "mae"})
        model.fit(np.zeros((8, 4)), np.zeros((8, 1)))
        """,
    "outputs_by_name": """
        inputs = keras.Input((4,))
        model = keras.Model(inputs, {"p": layers.Dense(1, name="price")(inputs)})
        model.compile("adam", loss={"p": "mse"})
        model.fit(np.zeros((8, 4)), {"p": np.zeros((8, 1))})
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["a_key_of_no_output"], "compile-against-outputs") == TEXT


TEXT = """\
error[compile-against-outputs]: 'years' in `loss` is the name of no output
 --> example.py:8:23
  |
6 | outputs = [layers.Dense(1, name="price")(inputs), layers.Dense(1, name="age")(inputs)]
  |            -----------------------------          --------------------------- an output
  |            |
  |            an output
7 | model = keras.Model(inputs, outputs)
8 | model.compile("adam", loss={"price": "mse", "years": "mae"})  # [compile-against-outputs]
  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: `compile` takes this; Keras raises in `fit`
help: the outputs of this model are 'price' and 'age'

Found 1 error in 1 file
"""
