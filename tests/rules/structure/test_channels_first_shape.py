"""``channels-first-shape``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "channels_last": """
        model = keras.Sequential([keras.Input((150, 150, 3)), layers.Conv2D(8, 3)])
        """,
    "layers_with_channels_first": """
        model = keras.Sequential([
            keras.Input((3, 150, 150)),
            layers.Conv2D(8, 3, data_format="channels_first"),
        ])
        """,
    "one_row_of_signals": """
        model = keras.Sequential([keras.Input((1, 64, 512)), layers.Conv2D(8, (1, 32))])
        """,
    "no_convolution": """
        model = keras.Sequential([keras.Input((3, 32, 32)), layers.Flatten(), layers.Dense(10)])
        """,
    "a_small_board": """
        model = keras.Sequential([keras.Input((3, 3, 3)), layers.Conv2D(8, 2)])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((3, 150, 150)),  # [channels-first-shape]
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(10, activation="softmax"),
        ])
        """,
    )
    assert found[0].message == (
        "the input (None, 3, 150, 150) has its 3 channels first, `Conv2D` wants them last"
    )
    assert [label.text for label in found[0].labels] == [
        "read as 3 x 150 pixels with 150 channels",
        "(None, 3, 150, 150) -> (None, 3, 150, 32)",
    ]
    assert list(found[0].helps) == [
        "give the shape as (None, 150, 150, 3), and the data too (`np.moveaxis(x, 1, -1)`)",
        (
            "for channels first, give Conv2D and the layers after it "
            'data_format="channels_first" (needs a GPU, or another backend than TensorFlow)'
        ),
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
