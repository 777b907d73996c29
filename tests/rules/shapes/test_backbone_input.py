"""``backbone-input``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "channels": """
        base = keras.applications.ResNet50(  # [backbone-input]
            weights="imagenet", include_top=False, input_shape=(64, 64, 1)
        )
        """,
    "classes": """
        base = keras.applications.MobileNetV2(weights="imagenet", classes=10)  # [backbone-input]
        """,
    "batch_axis": """
        base = keras.applications.VGG16(  # [backbone-input]
            weights=None, include_top=False, input_shape=(None, 64, 64, 3)
        )
        """,
}

ACCEPTED = {
    "without_weights": """
        base = keras.applications.MobileNetV2(weights=None, classes=10, input_shape=(32, 32, 1))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["channels"], "backbone-input") == TEXT


TEXT = """\
error[backbone-input]: `ResNet50` needs 3 channels, as the weights of ImageNet have; `input_shape` is (64, 64, 1)
 --> example.py:5:8
  |
5 | base = keras.applications.ResNet50(  # [backbone-input]
  |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras raises when the model is made
help: give images with 3 channels, or weights=None

Found 1 error in 1 file
"""  # noqa: E501
