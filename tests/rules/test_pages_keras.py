"""What warnings say of real Keras: it runs their examples without an error."""

from __future__ import annotations

import numpy as np
import pytest

from keras_lint.rules.registry import find_rule
from tests.rules.keras_runs import assert_runs
from tests.rules.pages import bad_examples, page_of

WARNINGS = bad_examples("W")


@pytest.fixture(autouse=True)
def small_mnist(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give eight images in place of a download; shape and range are those of MNIST."""
    import keras

    images = np.random.default_rng(0).integers(0, 256, (8, 28, 28), dtype="uint8")
    labels = np.arange(8, dtype="uint8")
    data = ((images, labels), (images, labels))
    monkeypatch.setattr(keras.datasets.mnist, "load_data", lambda: data)


@pytest.mark.parametrize(("name", "source"), WARNINGS, ids=[name for name, _ in WARNINGS])
def test_keras_is_silent(name: str, source: str) -> None:
    assert_runs(source)
    rule = find_rule(name)
    assert rule is not None
    for better in page_of(rule).good:
        assert_runs(better)
