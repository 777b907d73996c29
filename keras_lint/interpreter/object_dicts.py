"""``vars(x)`` and ``x.__dict__``: what is put there becomes an attribute."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.values import Dict, Instance, Value
from keras_lint.shapes import Unknown


class ObjectDict(Dict):
    """The attributes of an object of the user's as a dict."""

    __slots__ = ("owner",)

    def __init__(self, items: Mapping[str, Value] | Unknown, owner: Instance) -> None:
        super().__init__(items)
        self.owner = owner

    def write_back(self, run: Context) -> None:
        """Give the object the attributes that were put into the dict."""
        if isinstance(self.items, Unknown):
            run.escape([self.owner], self.items.why)
            return
        for name, value in self.items.items():
            if self.owner.cells.get(name) is not value:
                run.heap.set(self.owner, name, value)
