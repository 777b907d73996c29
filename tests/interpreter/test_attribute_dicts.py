"""Settings in dicts whose items are attributes."""

from __future__ import annotations

import pytest

from tests.interpreter.programs import last_shape


@pytest.mark.parametrize(
    "program",
    [
        "from easydict import EasyDict as edict\nc = edict({'net': {'units': 5}}).net",
        "from easydict import EasyDict as edict\na = edict()\na.net = edict()\na.net.units = 5\n"
        "c = a['net']",
        "from easydict import EasyDict\nc = EasyDict(units=5)\nc.update({'rate': 1})",
        "class dotdict(dict):\n    def __getattr__(self, name):\n        return self[name]\n"
        "c = dotdict({'units': 5})",
        "class AttrDict(dict):\n    __getattr__ = dict.get\n    __setattr__ = dict.__setitem__\n"
        "c = AttrDict(units=3)\nc.units = 5",
        "from easydict import EasyDict\nc = EasyDict(units=5, rate=1)\nif unknown():\n"
        "    c.rate = 2",
    ],
)
def test_items_are_attributes(program):
    head = "keras.Sequential([keras.Input((4,)), layers.Dense(c.units)])"
    assert last_shape(f"{program}\n{head}") == "(None, 5)"


@pytest.mark.parametrize(
    "program",
    [
        "from easydict import EasyDict\nc = EasyDict(rate=1)",
        "from easydict import EasyDict\nc = EasyDict(read())",
        "class D(dict):\n    def __getattr__(self, name):\n        return 7\nc = D(units=5)",
        "class D(dict):\n    def __init__(self, *a):\n        self['units'] = 4\n"
        "    def __getattr__(self, name):\n        return self[name]\nc = D(units=5)",
    ],
)
def test_other_dicts_are_unknown(program):
    head = "keras.Sequential([keras.Input((4,)), layers.Dense(c.units)])"
    assert last_shape(f"{program}\n{head}") == "(None, ?)"
