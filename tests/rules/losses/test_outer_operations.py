"""``target-broadcast-by-loss`` outside of Keras: predictions and targets of several ranks."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import assert_runs
from tests.rules.marks import check

MODEL = """
        x, y = np.zeros((24, 3)), np.zeros(24)
        model = keras.Sequential([keras.Input((3,)), layers.Dense(1)])
        """
FOUND = {
    "a_difference": "error = y - model.predict(x)  # [target-broadcast-by-loss]",
    "a_function": "np.subtract(model.predict(x), y)  # [target-broadcast-by-loss]",
    "a_tensor": "loss = tf.square(model(x) - y)  # [target-broadcast-by-loss]",
    "a_comparison": "right = (model.predict(x) > 0.5) == y  # [target-broadcast-by-loss]",
    "rounded": "np.round(model.predict(x)).astype(int) != y  # [target-broadcast-by-loss]",
}
SILENT = {
    "a_vector": "y - model.predict(x)[:, 0]",
    "flat": "y - model.predict(x).flatten()",
    "two_columns": "y.reshape(-1, 1) - model.predict(x)",
    "thresholds": "model.predict(x) - np.zeros(5)",
    "one_sample": "y[:1] - model.predict(x[:1])",
    "the_mean": "model.predict(x) - y.mean()",
    "no_prediction": "x[:, :1] - y",
}


@pytest.mark.parametrize("line", FOUND.values(), ids=FOUND.keys())
def test_found(line: str) -> None:
    source = f"{MODEL}{line}\n"
    check(source)
    assert_runs(source)


@pytest.mark.parametrize("line", SILENT.values(), ids=SILENT.keys())
def test_silent(line: str) -> None:
    check(f"{MODEL}{line}\n")


def test_the_message() -> None:
    found = check(f"{MODEL}{FOUND['a_difference']}\n")
    assert found[0].message == (
        "`y - model.predict(x)` is (24, 24): predictions (24, 1) meet targets (24,), "
        "every one with every other"
    )
