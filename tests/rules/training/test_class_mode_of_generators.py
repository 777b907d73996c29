"""``class-mode-against-loss`` with generators, which need packages that the tests do not have."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import ERRORS
from tests.rules.marks import check

BINARY = """
    from tensorflow.keras.preprocessing.image import ImageDataGenerator
    from tensorflow.keras import Sequential, layers

    train = ImageDataGenerator().flow_from_directory("images", target_size=(8, 8){mode}){mark}
    model = Sequential([layers.Input((8, 8, 3)), layers.Flatten()])
    model.add(layers.Dense(1, activation="sigmoid"))
    model.compile("adam", "binary_crossentropy")
    model.fit(train)
"""


@pytest.mark.parametrize("mode", ["", ', class_mode="categorical"'])
def test_one_hot_labels_for_one_unit(mode: str) -> None:
    check(BINARY.format(mode=mode, mark="  # [class-mode-against-loss]"), rules=ERRORS)


@pytest.mark.parametrize("mode", [', class_mode="binary"', ", class_mode=MODE"])
def test_labels_that_fit_or_are_not_known(mode: str) -> None:
    check(BINARY.format(mode=mode, mark=""), rules=ERRORS)
