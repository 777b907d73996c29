"""What kind of thing a value is: ``isinstance``, ``type``, comparisons of types."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import last_shape

BEFORE = """
import collections.abc, numbers, six
import numpy as np
class Base: pass
class Own(Base): pass
class Other: pass
def function(): return 1

layer = layers.Dense(2)
tensor = keras.Input((4,))
"""


@pytest.mark.parametrize(
    "condition",
    [
        "isinstance('a', six.string_types)",
        "isinstance(3, six.integer_types)",
        "isinstance(3, numbers.Number)",
        "isinstance((1, 2), collections.abc.Iterable)",
        "not isinstance(3, (list, tuple, np.ndarray))",
        "not isinstance(function, six.string_types)",
        "isinstance(np.zeros((2, 3)), np.ndarray)",
        "not isinstance(tensor, (list, tuple))",
        "isinstance(Own(), Base)",
        "not isinstance(Own(), Other)",
        "not isinstance(3, Own)",
        "not isinstance(layer, keras.Model)",
        "type([1]) is list",
        "type((1,)) is not list",
        "type([1]) == list",
        "type([1]) in (list, tuple)",
        "type('a') not in [int, float]",
        "type(Own()) == Own",
        "Own != Other",
    ],
)
def test_what_is_known(condition):
    head = f"keras.Sequential([keras.Input((4,)), layers.Dense(5 if {condition} else 3)])"
    program = BEFORE + head
    assert last_shape(program) == "(None, 5)"


@pytest.mark.parametrize(
    "condition",
    [
        "type({}) is dict",
        "isinstance(unknown(), list)",
        "isinstance(np.ceil(2.5), np.floating)",
        "type(np.ceil(2.5)) is float",
        "function == unknown",
        "isinstance(layer, layers.Conv2D)",
    ],
)
def test_what_is_not_known(condition):
    """A dict may be one of its subclasses, a number of numpy's is shown as Python's."""
    head = f"keras.Sequential([keras.Input((4,)), layers.Dense(5 if {condition} else 3)])"
    program = BEFORE + head
    assert last_shape(program) == "(None, ?)"
