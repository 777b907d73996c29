"""``ignored-argument``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "no_size_for_a_data_set": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        data = tf.data.Dataset.from_tensor_slices((np.zeros((64, 8)), np.zeros((64, 1))))
        model.fit(data.batch(16), batch_size=None)
        """,
    "no_length": """
        model = keras.Sequential([keras.Input((10,)), layers.Embedding(100, 8), layers.Flatten()])
        """,
    "arrays_in_batches": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        model.fit(np.zeros((64, 8)), np.zeros((64, 1)), batch_size=16)
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([
            keras.Input((10,)),
            layers.Embedding(1000, 8, input_length=10),  # [ignored-argument]
            layers.GlobalAveragePooling1D(),
            layers.Dense(1),
        ])
        """,
    )
    assert found[0].message == (
        "Keras 3 ignores `input_length=10`: this `Embedding` takes any length"
    )
    assert [label.text for label in found[0].labels] == [
        "has no effect",
    ]
    assert list(found[0].helps) == [
        "leave `input_length` out; `keras.Input` in front gives the model its length",
    ]


def test_a_default_is_not_stated_as_the_length() -> None:
    found = check(
        """
        def encoder(length=256):
            return layers.Embedding(1000, 8, input_length=length)  # [ignored-argument]
        """
    )
    assert found[0].message == "Keras 3 ignores `input_length`: this `Embedding` takes any length"


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
