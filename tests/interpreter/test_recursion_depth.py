"""How deep functions that call themselves are followed."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import last_shape, shapes

NESTED = """
def level(x, filters, depth):
    if depth > 0:
        y = layers.Conv2D(filters, 3, padding="same")(x)
        x = layers.MaxPooling2D()(y)
        x = level(x, filters * 2, depth - 1)
        x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
        return layers.Concatenate()([x, y])
    return layers.Conv2D(filters, 3, padding="same")(x)
i = keras.Input((64, 64, 3))
keras.Model(i, layers.Conv2D(1, 1)(level(i, 4, {depth})))
"""


@pytest.mark.parametrize("depth", [1, 4, 6])
def test_a_nested_network_that_counts_its_levels(depth):
    program = NESTED.format(depth=depth)
    assert last_shape(program) == "(None, 64, 64, 1)"
    assert f"(None, {64 >> depth}, {64 >> depth}, {4 << depth})" in shapes(program)


def test_a_recursion_that_does_not_count_is_cut_off():
    program = """
    def grow(x):
        x = layers.Dense(3)(x)
        return grow(x) if unknown() else x
    grow(keras.Input((4,)))
    """
    assert 1 < len(shapes(program)) < 8


def test_closures_inside_one_another_are_no_recursion():
    """As YOLO's ``compose`` makes them: each is a new function."""
    program = """
    from functools import reduce
    def compose(*parts):
        return reduce(lambda f, g: lambda *a, **kw: g(f(*a, **kw)), parts)
    made = [layers.Dense(units) for units in range(1, 11)]
    compose(*made)(keras.Input((4,)))
    """
    assert shapes(program) == [f"(None, {units})" for units in range(1, 11)]
