"""Where Keras 2 takes what Keras 3 refuses: silent unless Keras 3 is meant."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import ERRORS
from tests.rules.marks import diagnose

ONLY_IN_KERAS_3 = {
    "targets_get_a_last_axis": (
        "units-against-classes",
        """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(10)])
        model.compile("sgd", "mse")
        model.fit(np.zeros((8, 4)), np.zeros((8,)))
        """,
    ),
    "binary_crossentropy_broadcasts": (
        "loss-against-output",
        """
        model = keras.Sequential([keras.Input((3, 4)), layers.Dense(1, activation="sigmoid")])
        model.compile("sgd", "binary_crossentropy")
        model.fit(np.zeros((8, 3, 4)), np.zeros((8, 1)))
        """,
    ),
    "a_second_input": (
        "second-input-layer",
        """
        model = keras.Sequential([keras.Input((4,)), layers.Dense(4), keras.Input((4,))])
        """,
    ),
    "a_tensor_as_a_rate": (
        "tensor-as-argument",
        """
        layer = layers.Dropout(keras.Input((4,)))
        """,
    ),
}


@pytest.mark.parametrize(("rule", "source"), ONLY_IN_KERAS_3.values(), ids=ONLY_IN_KERAS_3)
@pytest.mark.parametrize("version", ["2", "3"])
def test_only_in_keras_3(rule: str, source: str, version: str) -> None:
    found = [one.rule for one in diagnose(source, rules=ERRORS, version=version)]
    assert found == ([rule] if version == "3" else [])
