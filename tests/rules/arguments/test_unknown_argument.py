"""``unknown-argument``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "of_an_optimizer": """
        optimizer = keras.optimizers.SGD(0.1, momentun=0.9)  # [unknown-argument]
        """,
    "misspelled": """
        layer = layers.Dense(8, activations="relu")  # [unknown-argument]
        """,
    "of_another_layer": """
        layer = layers.Flatten(activation="relu")  # [unknown-argument]
        """,
    "misspelled_and_required": """
        layer = layers.Conv2D(filter=8, kernel_size=3)  # [unknown-argument]
        """,
    "in_a_helper": """
        def block(x, units):
            return layers.LSTM(units, return_sequence=True)(x)  # [unknown-argument]

        outputs = block(keras.Input((5, 3)), 4)
        """,
}

ACCEPTED = {
    "every_argument_of_an_optimizer": """
        optimizer = keras.optimizers.AdamW(1e-3, weight_decay=0.01, clipnorm=1.0, name="a")
        """,
    "unknown_keywords": """
        settings = {"activation": "relu"}
        layer = layers.Dense(8, **settings)
        """,
    "arguments_of_every_layer": """
        layer = layers.Dropout(0.5, name="drop", dtype="float32", trainable=False)
        """,
    "own_layer": """
        class Scale(layers.Layer):
            def __init__(self, factor, **kwargs):
                super().__init__(**kwargs)
                self.factor = factor

            def call(self, x):
                return x * self.factor

        layer = Scale(factor=2)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["misspelled"], "unknown-argument") == TEXT


@pytest.mark.parametrize(
    ("code", "hints"),
    [
        ("layers.Dense(8, kernel_layout=None, bias_layout=None)", []),
        ("layers.Conv2D(8, kernel=3)", ["`Conv2D` has `kernel_size=`"]),
        ("layers.Dense(8, activation_=None, activatoin=None)", ["`Dense` has `activation=`"]),
        ("keras.optimizers.Adam(beta1=0.9)", ["`Adam` has `beta_1=`"]),
        ("keras.optimizers.Adam(schedule_decay=0.9)", []),
    ],
)
def test_only_near_names_are_named_and_once(code: str, hints: list[str]) -> None:
    found = refused(f"one = {code}  # [unknown-argument]")
    assert list(found[0].helps[:-1]) == hints


TEXT = """\
error[unknown-argument]: `Dense` takes no `activations=`
 --> example.py:5:9
  |
5 | layer = layers.Dense(8, activations="relu")  # [unknown-argument]
  |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras raises in the constructor
help: `Dense` has `activation=`
help: `Dense` takes units, activation, use_bias, kernel_initializer, bias_initializer, kernel_regularizer,
      bias_regularizer, activity_regularizer, kernel_constraint, bias_constraint, lora_rank, lora_alpha,
      quantization_config

Found 1 error in 1 file
"""  # noqa: E501
