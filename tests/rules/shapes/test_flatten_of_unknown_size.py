"""``flatten-of-unknown-size``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "a_sequential": """
        model = keras.Sequential([
            keras.Input((None, 8)),
            layers.Flatten(),
            layers.Dropout(0.2),
            layers.Dense(4),  # [flatten-of-unknown-size]
        ])
        """,
    "a_backbone": """
        base = keras.applications.MobileNetV2(weights=None, include_top=False)
        x = layers.Flatten()(base.output)
        x = layers.Dense(4)(x)  # [flatten-of-unknown-size]
        """,
}

ACCEPTED = {
    "pooled": """
        base = keras.applications.MobileNetV2(weights=None, include_top=False, pooling="avg")
        x = layers.Dense(4)(base.output)
        """,
    "sizes_that_only_the_data_know": """
        def build(size):
            inputs = keras.Input((size, size, 3))
            return layers.Dense(4)(layers.Flatten()(inputs))

        outputs = build(8)
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["a_sequential"], "flatten-of-unknown-size") == TEXT


TEXT = """\
error[flatten-of-unknown-size]: `Dense` cannot make its weights: `Flatten` of (None, None, 8) gives (None, None)
 --> example.py:9:5
  |
7 |     layers.Flatten(),
  |     ---------------- gives (None, None)
8 |     layers.Dropout(0.2),
9 |     layers.Dense(4),  # [flatten-of-unknown-size]
  |     ^^^^^^^^^^^^^^^
  |
note: Keras raises when the layer is applied, before any training
help: give the input its sizes instead of None
help: GlobalAveragePooling instead of Flatten works for every size

Found 1 error in 1 file
"""  # noqa: E501
