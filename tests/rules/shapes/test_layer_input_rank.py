"""``layer-input-rank``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import check, diagnose, full_text

REFUSED = {
    "image_without_channels": """
        model = keras.Sequential([
            keras.Input((28, 28)),
            layers.MaxPooling2D(),  # [layer-input-rank]
        ])
        """,
    "table_into_a_recurrent_layer": """
        model = keras.Sequential([
            keras.Input((9,)),
            layers.LSTM(4),  # [layer-input-rank]
        ])
        """,
    "batch_axis_in_the_shape": """
        x = np.zeros((20, 28, 28, 1))
        model = keras.Sequential([
            keras.Input(x.shape),  # [layer-input-rank]
            layers.Conv2D(4, 3),
        ])
        model.compile("adam", loss="mse")
        model.fit(x, np.zeros((20, 26, 26, 4)))
        """,
    "pooled_twice": """
        x = layers.GlobalAveragePooling2D()(keras.Input((8, 8, 3)))
        x = layers.GlobalAveragePooling2D()(x)  # [layer-input-rank]
        """,
    "through_a_helper": """
        def block(x):
            return layers.Conv2D(8, 3)(x)  # [layer-input-rank]

        outputs = block(keras.Input((32, 32)))
        """,
}

ACCEPTED = {
    "unknown_rank": """
        def block(x):
            return layers.Conv2D(8, 3)(x)
        """,
    "dense_on_any_rank": """
        outputs = layers.Dense(4)(keras.Input((3, 4, 5)))
        """,
    "guarded": """
        import keras
        import pytest
        from keras import layers

        with pytest.raises(ValueError):
            layers.Conv2D(8, 3)(keras.Input((32, 32)))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_data_that_an_earlier_call_would_have_refused() -> None:
    check(
        """
        import other

        first = keras.Sequential([keras.Input((3,)), layers.Dense(3)])
        second = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
        inputs = keras.Input((3,))
        third = keras.Model(inputs, layers.Dense(3)(inputs))
        row = tf.convert_to_tensor(other.row())
        for one in (first, third, layers.Dense(3), layers.LSTM(3)):
            result = one(row)
            second(tf.stack([result, result]))
        rows = tf.data.Dataset.from_tensor_slices({"x": other.rows()})
        for batch in rows.map(lambda row: third(row["x"])).batch(8):
            second(batch)
        """
    )


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["image_without_channels"], "layer-input-rank") == TEXT


TEXT = """\
error[layer-input-rank]: `MaxPooling2D` takes 4 axes, its input (None, 28, 28) has 3
 --> example.py:7:5
  |
6 |     keras.Input((28, 28)),
  |     --------------------- (None, 28, 28)
7 |     layers.MaxPooling2D(),  # [layer-input-rank]
  |     ^^^^^^^^^^^^^^^^^^^^^
  |
note: Keras raises when the layer is applied, before any training
help: add an axis for one channel: (28, 28, 1) without the batch axis, and the same for the data

Found 1 error in 1 file
"""


@pytest.mark.parametrize(
    ("before", "remedy"),
    [
        (
            "keras.Input((5, 6, 6, 3)), layers.TimeDistributed(layers.Conv2D(2, 3)),",
            "TimeDistributed(Flatten()) keeps the steps: (None, 5, 32)",
        ),
        ("keras.Input((5, 3)),", "leave `Flatten` out: its input (None, 5, 3) still has the steps"),
    ],
)
def test_steps_that_flatten_took_away(before: str, remedy: str) -> None:
    source = f"model = keras.Sequential([{before} layers.Flatten(), layers.LSTM(4)])\n"
    (found,) = diagnose(source, rules=["layer-input-rank"])
    assert found.helps == (remedy,)
