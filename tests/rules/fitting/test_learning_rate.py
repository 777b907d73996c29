"""``learning-rate``: its text in full, and what it keeps silent about."""

from __future__ import annotations

import pytest

from tests.rules.marks import check

SILENT = {
    "beside_a_usual_one": """
        for rate in (1.0, 1e-3):
            model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
            model.compile(keras.optimizers.Adam(rate), loss="mse")
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile(keras.optimizers.RMSprop(1.0), loss="mse")
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile(keras.optimizers.RMSprop(1e-2), loss="mse")
        """,
    "usual": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile(keras.optimizers.Adam(3e-4), loss="mse")
        """,
    "adadelta": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile(keras.optimizers.Adadelta(learning_rate=1.0), loss="mse")
        """,
    "a_schedule": """
        rate = keras.optimizers.schedules.ExponentialDecay(10.0, 100, 0.9)
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile(keras.optimizers.Adam(rate), loss="mse")
        """,
    "set_by_a_scheduler": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile(keras.optimizers.SGD(0.0), loss="mse")
        rise = keras.callbacks.LearningRateScheduler(lambda epoch: 1e-3 * (epoch + 1))
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)), callbacks=[rise])
        """,
    "set_by_hand": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile(keras.optimizers.SGD(0.0), loss="mse")
        for step in range(10):
            model.optimizer.learning_rate.assign(1e-4 * (step + 1))
            model.train_on_batch(np.zeros((4, 8)), np.zeros((4, 1)))
        """,
    "not_known": """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        model.compile(keras.optimizers.Adam(load()), loss="mse")
        """,
}


def test_the_text() -> None:
    found = check(
        """
        model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
        optimizer = keras.optimizers.Adam(learning_rate=10.0)  # [learning-rate]
        model.compile(optimizer=optimizer, loss="mse")
        model.fit(np.zeros((4, 8)), np.zeros((4, 1)))
        """,
    )
    assert found[0].message == ("`Adam` with a learning rate of 10.0 jumps over every minimum")
    assert [label.text for label in found[0].labels] == [
        "learning_rate=10.0",
    ]
    assert list(found[0].helps) == [
        "the default of `Adam` is 0.001",
    ]


@pytest.mark.parametrize("source", SILENT.values(), ids=SILENT.keys())
def test_silent(source: str) -> None:
    check(source)
