"""Arguments that a loop computes, and numbers of numpy's own type."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import refused


def test_a_loop_makes_one_mistake() -> None:
    refused(
        """
        model = keras.Sequential()
        for i in range(3):
            model.add(layers.Dense(64 / 2**i))  # [invalid-argument]
        """
    )


@pytest.mark.parametrize(
    "labels",
    ["np.arange(30)", "np.arange(30) % 3", "np.random.randint(0, 3, 30)"],
)
def test_a_number_of_numpy_that_is_not_known(labels: str) -> None:
    refused(
        f"""
        y = {labels}
        n_classes = np.max(y) + 1
        layer = layers.Dense(n_classes)  # [invalid-argument]
        """
    )
