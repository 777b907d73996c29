"""Attributes that an object may not have: ``getattr`` with a default, ``hasattr``, ``vars``."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import last_shape

PROGRAM = """
class Config{bases}:
    def __init__(self, **given):
        {body}

layers.Dense({units})(keras.Input((2,)))
"""


@pytest.mark.parametrize(
    ("body", "units", "shape"),
    [
        ("pass", 'getattr(Config(), "units", 7)', "(None, 7)"),
        ("pass", '7 if not hasattr(Config(), "units") else 8', "(None, 7)"),
        ("self.units = 3", 'getattr(Config(), "units", 7)', "(None, 3)"),
        ("self.__dict__.update(given)", 'getattr(Config(units=3), "units", 7)', "(None, 3)"),
        ("self.units = 5; vars(self)['units'] = 3", "Config().units", "(None, 3)"),
        ("vars(self).update(read())", 'getattr(Config(), "units", 7)', "(None, ?)"),
        ("setattr(self, read(), 3)", 'getattr(Config(), "units", 7)', "(None, ?)"),
        ("change(self)", 'getattr(Config(), "units", 7)', "(None, ?)"),
    ],
)
def test_a_default_is_taken_where_the_attribute_is_surely_missing(
    body: str, units: str, shape: str
) -> None:
    program = PROGRAM.format(bases="", body=body, units=units)
    assert last_shape(program) == shape


@pytest.mark.parametrize("bases", ["(read.Base)", "(keras.Model)"])
def test_what_a_library_gives_its_classes_is_not_known(bases: str) -> None:
    body = "super().__init__()"
    units = 'getattr(Config(), "units", 7)'
    assert last_shape(PROGRAM.format(bases=bases, body=body, units=units)) == "(None, ?)"


def test_a_property_may_keep_what_it_made():
    program = """
        import numpy as np
        class Window:
            @property
            def example(self):
                found = getattr(self, "_example", None)
                if found is None:
                    found = np.zeros((4, 5, 3))
                    self._example = found
                return found
        window = Window()
        layers.Dense(window.example.shape[1])(window.example)
        layers.Dense(2)(window.example)
    """
    assert last_shape(program) == "(4, 5, 2)"
