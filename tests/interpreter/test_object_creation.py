"""Classes with ``__new__``, and classes that extend a named tuple."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import last_shape


@pytest.mark.parametrize(
    "program",
    [
        "from collections import namedtuple\n"
        "class F(namedtuple('F', ['name', 'units'])):\n"
        "    def __new__(cls, name, units=2):\n"
        "        if units == 'auto':\n            units = 5\n"
        "        return super(F, cls).__new__(cls, name, units)\n"
        "c = F('a', 'auto')",
        "from collections import namedtuple\n"
        "class F(namedtuple('F', 'name units')):\n"
        "    @property\n    def twice(self):\n        return 2 * self.units\n"
        "c = F('a', units=5)",
        "class S(object):\n"
        "    def __new__(cls, *args):\n        self = object.__new__(cls)\n"
        "        self.units = 5\n        return self\n"
        "c = S()",
        "class S:\n"
        "    def __new__(cls, units):\n        return super().__new__(cls)\n"
        "    def __init__(self, units):\n        self.units = units\n"
        "c = S(5)",
    ],
)
def test_what_the_object_holds(program):
    head = "keras.Sequential([keras.Input((4,)), layers.Dense(c.units)])"
    assert last_shape(f"{program}\n{head}") == "(None, 5)"


def test_a_class_may_make_something_else():
    program = """
    class S:
        def __new__(cls, units):
            return layers.Dense(units)
    keras.Sequential([keras.Input((4,)), S(5)])
    """
    assert last_shape(program) == "(None, 5)"
