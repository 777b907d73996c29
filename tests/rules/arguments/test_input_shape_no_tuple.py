"""``input-shape-no-tuple``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import check, full_text

REFUSED = {
    "a_size_that_nobody_knows": """
        x = np.zeros((4, np.random.randint(2, 9)))
        inputs = keras.Input(x.shape[1])  # [input-shape-no-tuple]
        """,
    "positional": """
        inputs = keras.Input(10)  # [input-shape-no-tuple]
        """,
    "a_variable": """
        x = np.zeros((20, 7))
        inputs = keras.Input(shape=x.shape[1])  # [input-shape-no-tuple]
        """,
}

ACCEPTED = {
    "a_tuple": """
        inputs = keras.Input((10,))
        """,
    "a_list": """
        inputs = keras.Input([10])
        """,
    "no_axis": """
        inputs = keras.Input(())
        """,
    "slice_of_a_shape": """
        x = np.zeros((20, 7))
        inputs = keras.Input(shape=x.shape[1:])
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["positional"], "input-shape-no-tuple") == TEXT


@pytest.mark.parametrize(
    ("code", "maker", "in_parentheses"),
    [
        ("keras.Input(10)", "Input", False),
        ("keras.Input(shape=10)", "Input", False),
        ("keras.Input((10))", "Input", True),
        ("keras.Input(shape=(10))", "Input", True),
        ("layers.InputLayer(10)", "InputLayer", False),
    ],
)
def test_it_is_worded_by_what_the_code_has(code: str, maker: str, in_parentheses: bool) -> None:
    found = check(f"x = {code}  # [input-shape-no-tuple]")[0]
    assert found.message == f"the shape of this `{maker}` is the int 10, not a tuple"
    assert ("in parentheses" in found.notes[0]) == in_parentheses


TEXT = """\
error[input-shape-no-tuple]: the shape of this `Input` is the int 10, not a tuple
 --> example.py:5:22
  |
5 | inputs = keras.Input(10)  # [input-shape-no-tuple]
  |                      ^^
  |
note: Keras 3 raises here
help: write (10,) for one axis of 10
  |
5 ~ inputs = keras.Input((10,))  # [input-shape-no-tuple]
  |

Found 1 error in 1 file; 1 can be fixed with `keras-lint fix`
"""
