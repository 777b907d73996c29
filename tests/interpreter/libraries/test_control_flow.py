"""Functions that call functions over tensors: conditions, maps, scans and loops."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import last_shape

LAYER = """
import tensorflow as tf
from keras import ops

class Own(layers.Layer):
    def call(self, x):
        return {body}

Own()(keras.Input((5, 6), batch_size=2))
"""


@pytest.mark.parametrize(
    ("body", "shape"),
    [
        ("tf.cond(tf.reduce_sum(x) > 0, lambda: x * 2.0, lambda: x)", "(2, 5, 6)"),
        ("ops.cond(ops.sum(x) > 0, lambda: ops.sum(x, 1), lambda: x[:, 0])", "(2, 6)"),
        ("tf.map_fn(lambda t: tf.reduce_sum(t, axis=0), x)", "(2, 6)"),
        ("tf.map_fn(lambda t: t[0][:, None] * t[1], (x[:, 0], x[:, 1]), tf.float32)", "(2, 6, 6)"),
        ("ops.vectorized_map(lambda t: ops.reshape(t, (-1,)), x)", "(2, 30)"),
        ("tf.scan(lambda a, e: a + e, tf.transpose(x, [1, 0, 2]))", "(5, 2, 6)"),
        ("tf.foldl(lambda a, e: a + e, tf.transpose(x, [1, 0, 2]))", "(2, 6)"),
        (
            "ops.scan(lambda c, t: (c + t, t[:, :3]), x[:, 0], ops.swapaxes(x, 0, 1))[1]",
            "(5, 2, 3)",
        ),
        (
            "tf.while_loop(lambda i, a: i < 3, lambda i, a: (i + 1, a * 2.0), [0, x])[1]",
            "(2, 5, 6)",
        ),
        ("ops.fori_loop(0, 3, lambda i, v: v + 1.0, x)", "(2, 5, 6)"),
        ("ops.fft2((x, ops.zeros_like(x)))[0]", "(2, 5, 6)"),
        ("tf.math.unsorted_segment_sum(x, tf.constant([0, 3]), 4)", "(4, 5, 6)"),
    ],
)
def test_the_result_has_the_shape_that_keras_shows(body: str, shape: str) -> None:
    assert last_shape(LAYER.format(body=body)) == shape


def test_branches_that_differ_leave_the_axis_open():
    body = "tf.cond(tf.reduce_sum(x) > 0, lambda: x[:, :3], lambda: x)"
    assert last_shape(LAYER.format(body=body)) == "(2, ?, 6)"


@pytest.mark.parametrize(
    ("name", "shape"),
    [('"relu"', "(None, 5)"), ("None", "(None, 5)"), ("read()", "an unknown shape")],
)
def test_an_activation_is_looked_up_by_its_name(name: str, shape: str) -> None:
    program = f"""
        class Own(layers.Layer):
            def __init__(self):
                super().__init__()
                self.act = keras.activations.get({name})
            def call(self, x):
                return self.act(x)
        y = Own()(keras.Input((5,)))
    """
    assert last_shape(program) == shape


@pytest.mark.parametrize(
    ("arguments", "units"),
    [
        ("", 4),
        ("oov_token='', invert=True", 4),
        ("num_oov_indices=0", 3),
        ("mask_token='', num_oov_indices=2", 6),
    ],
)
def test_the_size_of_a_vocabulary_counts_the_special_tokens(arguments: str, units: int) -> None:
    program = f"""
        lookup = layers.StringLookup(vocabulary=list("abc"), {arguments})
        x = layers.Dense(len(lookup.get_vocabulary()))(keras.Input((2,)))
        layers.Concatenate()([x, layers.Dense(lookup.vocabulary_size())(x)])
    """
    assert last_shape(program) == f"(None, {2 * units})"


def test_what_adapt_finds_is_not_known():
    program = """
        lookup = layers.StringLookup()
        lookup.adapt(["a", "b"])
        layers.Dense(lookup.vocabulary_size())(keras.Input((2,)))
    """
    assert last_shape(program) == "(None, ?)"
