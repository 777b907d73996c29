"""The table of Keras's public names against the packages themselves."""

from __future__ import annotations

import pytest

from keras_lint.public_names import exists, nearest
from tests import public_names


def test_the_table_says_what_the_packages_have() -> None:
    """If this fails, write it anew: ``python -m tests.public_names``."""
    assert public_names.TABLE.read_text("utf-8") == public_names.table()


@pytest.mark.parametrize(
    ("module", "name", "expected"),
    [
        ("keras", "layrs", "layers"),
        ("keras.losses", "MeanSquareError", "MeanSquaredError"),
        ("keras.optimizers", "Adamm", "Adam"),
        ("keras.layers", "CompletelyNew", None),
        ("keras.ops", "novelty", None),
    ],
)
def test_the_nearest_name(module: str, name: str, expected: str | None) -> None:
    assert not exists(module, name)
    assert nearest(module, name) == expected


def test_what_is_not_known_may_exist() -> None:
    assert exists("keras_cv.layers", "Anything")
    assert exists("keras.losses", "_private")
