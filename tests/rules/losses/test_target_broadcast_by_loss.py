"""``target-broadcast-by-loss``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "one_target_for_each_step": """
        x, y = np.zeros((64, 20, 3)), np.zeros((64, 20))
        model = keras.Sequential([
            keras.Input((20, 3)),
            layers.LSTM(32, return_sequences=True),
            layers.Dense(1),
        ])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """,
    "targets_without_their_last_axis": """
        x, y = np.zeros((64, 3)), np.zeros((64,))
        model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
        model.compile("adam", loss="mae")
        model.fit(x, y)
        """,
    "targets_that_are_not_known": """
        x, y = np.zeros((64, 20, 3)), load()
        model = keras.Sequential([
            keras.Input((20, 3)),
            layers.LSTM(32, return_sequences=True),
            layers.Dense(1),
        ])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """,
    "a_loss_of_the_users_own": """
        def last_step(y_true, y_pred):
            return keras.ops.square(y_true - y_pred[:, -1, 0])

        x, y = np.zeros((64, 20, 3)), np.zeros((64,))
        model = keras.Sequential([
            keras.Input((20, 3)),
            layers.LSTM(32, return_sequences=True),
            layers.Dense(1),
        ])
        model.compile("adam", loss=last_step)
        model.fit(x, y)
        """,
}


def test_the_text() -> None:
    found = check(
        """
        x, y = np.zeros((64, 20, 3)), np.zeros((64,))
        model = keras.Sequential([
            keras.Input((20, 3)),
            layers.LSTM(32, return_sequences=True),
            layers.Dense(1),  # [target-broadcast-by-loss]
        ])
        model.compile("adam", loss="mse")
        model.fit(x, y, batch_size=16)
        """,
    )
    assert found[0].message == (
        "the loss compares each value of (None, 20, 1) with the targets (64,) of the whole batch"
    )
    assert [label.text for label in found[0].labels] == [
        "keeps all its axes: (None, 20, 32)",
        "the model ends in (None, 20, 1)",
        "subtracts (16, 20, 1) and (16,), which broadcast to (16, 20, 16)",
        "the targets are (64,)",
    ]
    assert list(found[0].helps) == [
        "for one value per sample, return only the last step: the model then ends in (None, 1)",
        "for one value per position, the targets need the shape (64, 20)",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)


def test_sequences_of_any_length() -> None:
    check(
        """
        x, y = np.zeros((64, 20, 1)), np.zeros((64,))
        model = keras.Sequential([
            keras.Input((None, 1)),
            layers.SimpleRNN(8, return_sequences=True),
            layers.Dense(1),  # [target-broadcast-by-loss]
        ])
        model.compile("adam", loss="mae")
        model.fit(x, y)
        """
    )


def test_a_map_for_each_sample_against_one_number() -> None:
    check(
        """
        x, y = np.zeros((64, 16, 16, 3)), np.zeros((64,))
        model = keras.Sequential([
            keras.Input((16, 16, 3)),
            layers.Conv2D(1, 3, padding="same"),  # [target-broadcast-by-loss]
        ])
        model.compile("adam", loss="mse")
        model.fit(x, y)
        """
    )
