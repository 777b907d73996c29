"""``unknown-monitor``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "validated": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse", metrics=["mae", keras.metrics.RootMeanSquaredError()])
        stop = keras.callbacks.EarlyStopping(monitor="val_root_mean_squared_error", mode="min")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[stop], validation_split=0.5)
        """,
    "the_training_loss": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        stop = keras.callbacks.EarlyStopping("loss")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[stop])
        """,
    "a_metric_of_the_users_own": """
        def closeness(y_true, y_pred):
            return keras.ops.mean(y_true - y_pred)

        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse", metrics=[closeness])
        stop = keras.callbacks.EarlyStopping(monitor="closeness", mode="min")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[stop])
        """,
    "a_checkpoint_that_saves_always": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        save = keras.callbacks.ModelCheckpoint("model.keras")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[save])
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile("adam", loss="mse")
        stop = keras.callbacks.EarlyStopping(monitor="val_loss")  # [unknown-monitor]
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[stop])
        """,
    )
    assert found[0].message == ("`EarlyStopping` watches `val_loss`, which this run does not log")
    assert [label.text for label in found[0].labels] == [
        "watches `val_loss`",
        "logs loss",
    ]
    assert list(found[0].helps) == [
        "give `fit` validation data, with validation_data= or validation_split=",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
