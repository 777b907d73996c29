"""``normalization-axis``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "the_last_axis_by_number": """
        model = keras.Sequential([
            keras.Input((28, 28, 1)),
            layers.Conv2D(8, 3),
            layers.BatchNormalization(axis=3),
        ])
        """,
    "vectors": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(4), layers.BatchNormalization(1)])
        """,
    "channels_first": """
        model = keras.Sequential([
            keras.Input((3, 28, 28)),
            layers.Conv2D(8, 3, data_format="channels_first"),
            layers.BatchNormalization(axis=1),
        ])
        """,
    "no_convolution_before": """
        model = keras.Sequential([
            keras.Input((20, 8)),
            layers.LSTM(4, return_sequences=True),
            layers.BatchNormalization(axis=1),
        ])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((28, 28, 1)),
            layers.Conv2D(32, 3),
            layers.BatchNormalization(axis=1),  # [normalization-axis]
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ])
        """,
    )
    assert found[0].message == (
        "normalizes axis 1 of (None, 26, 26, 32), the 32 channels are axis 3"
    )
    assert [label.text for label in found[0].labels] == [
        "channels_last: (None, 26, 26, 32)",
        "keeps axis 1, of size 26",
    ]
    assert list(found[0].helps) == [
        "for the channels, use axis=-1",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
