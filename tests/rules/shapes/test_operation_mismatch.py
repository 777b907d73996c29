"""``operation-mismatch``: what Keras refuses, what it takes, and what the message says."""

from __future__ import annotations

import pytest

from tests.rules.keras_runs import accepted, refused
from tests.rules.marks import full_text

REFUSED = {
    "a_loss_on_a_grid_of_predictions": """
        model = keras.Sequential([keras.Input((6, 6, 1)), layers.Conv2D(4, 3), layers.Dense(3)])
        loss_function = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        x, y = np.zeros((8, 6, 6, 1)), np.zeros((8,), "int32")
        for step in range(2):
            with tf.GradientTape() as tape:
                scores = model(x, training=True)
                loss = loss_function(y, scores)  # [operation-mismatch]
        """,
    "integers_for_a_loss_on_distributions": """
        dense = layers.Dense(3, activation="softmax")
        y, scores = np.array([0, 2, 1]), dense(np.ones((3, 4)))
        loss = keras.losses.CategoricalCrossentropy()(y, scores)  # [operation-mismatch]
        """,
    "fewer_targets_than_outputs": """
        y = np.ones((4, 2), "float32")
        loss = keras.losses.BinaryCrossentropy()(y, layers.Dense(3)(y))  # [operation-mismatch]
        """,
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
    "losses_that_add_or_drop_an_axis": """
        column, row = np.ones((4, 1), "float32"), np.ones((4,), "float32")
        binary = keras.losses.BinaryCrossentropy(from_logits=True)
        sparse = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        total = binary(row, layers.Dense(1)(column)) + binary(column, row)
        total += sparse(column, layers.Dense(3)(column)) + sparse(row, layers.Dense(3)(column))
        total += sparse(np.zeros((4, 5)), layers.Dense(3)(np.ones((4, 5, 2))))
        total += sparse(np.zeros((4, 5, 1)), layers.Dense(3)(np.ones((4, 5, 2))))
        total += keras.losses.MeanSquaredError()(row, layers.Dense(1)(column))
        """,
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
