"""``operation-mismatch``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "matmul": """
        product = np.zeros((3, 4)) @ np.zeros((5, 6))  # [operation-mismatch]
        inputs = keras.Input((6,))
        """,
    "reshape_of_a_tensor": """
        x = keras.ops.reshape(keras.Input((6,)), (-1, 4, 5))
        y = tf.reshape(tf.zeros((2, 6)), (2, 4))  # [operation-mismatch]
        """,
}

ACCEPTED = {
    "minus_one": """
        x = np.zeros((100, 12)).reshape((-1, 3, 4))
        inputs = keras.Input((3, 4))
        """,
}


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
def test_refused(source: str) -> None:
    refused(source)


@pytest.mark.parametrize("source", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(source: str) -> None:
    accepted(source)


def test_the_text_in_full() -> None:
    assert full_text(REFUSED["matmul"], "operation-mismatch") == TEXT


TEXT = """\
error[operation-mismatch]: `@` needs 4 rows in the right operand, and gets (3, 4) @ (5, 6)
 --> example.py:5:11
  |
5 | product = np.zeros((3, 4)) @ np.zeros((5, 6))  # [operation-mismatch]
  |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
note: it raises when the line runs
help: give it 4 rows in the right operand

Found 1 error in 1 file
"""
