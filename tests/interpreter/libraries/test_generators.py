"""Generators of the user's own, predictions, and arrays that are filled in."""

from __future__ import annotations

from tests.interpreter.libraries.fed import IMPORTS, MODEL, check, seen
from tests.interpreter.programs import run

GENERATOR = """
def batches(data, size=8):
    while True:
        rows = np.random.randint(0, 90, size=size)
        x = np.zeros((len(rows), 24, data.shape[-1]))
        y = np.zeros((len(rows),))
        for j, row in enumerate(rows):
            x[j] = data[range(row, row + 24)]
            y[j] = data[row + 3][1]
        yield x, y
"""


def test_a_generator_of_batches():
    """What a generator yields is one batch, as of a dataset."""
    program = GENERATOR + "model.fit(batches(np.zeros((1000, 14))), steps_per_epoch=3)"
    assert seen(program) == ["(8, 24, 14)", "(8,)"]
    [call] = run(IMPORTS + MODEL + program).model.data_calls
    assert not call.batched


def test_the_next_batch():
    program = GENERATOR + "x, y = next(batches(np.zeros((1000, 14))))\nmodel.fit(x, y)"
    check(program, "(8, 24, 14)", "(8,)")


def test_values_that_are_set_are_no_longer_those_of_zeros():
    """An array of zeros whose items are set may hold anything."""
    program = """
y = np.zeros(9)
y[3:] = 7
model.fit(np.zeros((9, 2)), y)
"""
    [call] = run(IMPORTS + MODEL + program).model.data_calls
    assert call.y.content is None


def test_predictions_of_several_outputs():
    program = """
    i = keras.Input((4,))
    two = keras.Model(i, [keras.layers.Dense(2)(i), keras.layers.Dense(3)(i)])
    first, second = two.predict(np.zeros((7, 4)))
    model.fit(first, second)
    """
    assert seen(program)[1:] == ["(7, 2)", "(7, 3)"]
