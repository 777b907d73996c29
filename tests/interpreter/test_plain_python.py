"""What is followed of plain Python is never a guess."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import last_shape, shapes

UNITS = "import re, sys\nlayers.Dense({})(keras.Input((2,)))"


@pytest.mark.parametrize(
    "expression",
    [
        'len(re.match(r"(a+)+b", "a" * 40 + "c") or "")',
        'len(re.findall(r"(a|aa)*$", "a" * 60 + "b"))',
        'len(re.findall(r".*.*.*.*=", "a" * 200))',
        "len({len(sys.argv), 3})",
        "len(set(sys.argv))",
    ],
)
def test_what_could_take_for_ever_or_is_not_known_stays_unknown(expression: str) -> None:
    assert last_shape(UNITS.format(expression)) == "(None, ?)"


CONVOLUTION = "layers.Conv2D(4, 3)(keras.Input((10, 12, 14)))"


@pytest.mark.parametrize(
    ("program", "shape"),
    [
        (
            f'keras.config.set_image_data_format("channels_first")\n{CONVOLUTION}',
            "(None, 4, 10, 12)",
        ),
        (
            "import sys\nif sys.argv[1:]:\n"
            f'    keras.config.set_image_data_format("channels_first")\n{CONVOLUTION}',
            "(None, ?, 10, ?)",
        ),
        (
            f"import sys\nkeras.config.set_image_data_format(sys.argv[1])\n{CONVOLUTION}",
            "(None, ?, 10, ?)",
        ),
    ],
    ids=["set", "set on one path", "set to what is not known"],
)
def test_the_data_format_is_that_of_the_path(program: str, shape: str) -> None:
    assert last_shape(program) == shape


TRAINING = """
import numpy as np
for units in {settings}:
    model = keras.Sequential([keras.Input((3,)), layers.Dense(units)])
    model.compile("sgd", "mse")
    model.fit(np.zeros((4, 3)), np.zeros((4, 1)))
"""


def test_a_loop_that_trains_a_model_for_each_setting_is_followed_setting_by_setting() -> None:
    found = shapes(TRAINING.format(settings="[4, 8, 16]"))
    assert found == ["(None, 4)", "(None, 8)", "(None, 16)"]


def test_a_loop_over_epochs_is_not_followed_number_by_number() -> None:
    assert shapes(TRAINING.format(settings="range(1, 6)")) == ["(None, ?)"]
