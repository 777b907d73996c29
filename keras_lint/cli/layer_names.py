"""The names that Keras gives to layers without one: ``dense``, ``dense_1``, ``conv2d``."""

from __future__ import annotations

import re
from collections import Counter

_WORD_START = re.compile(r"(.)([A-Z][a-z]+)")
_CAPITAL = re.compile(r"([a-z])([A-Z])")


def snake_case(class_name: str) -> str:
    """Write a class name as Keras does in layer names.

    Keras: ``keras/src/utils/naming.py``, ``to_snake_case``.
    """
    name = re.sub(r"\W+", "", class_name.rpartition(".")[2])
    return _CAPITAL.sub(r"\1_\2", _WORD_START.sub(r"\1_\2", name)).lower()


class LayerNames:
    """Counts the layers of each class, as Keras does, within one model."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._names: dict[int, str] = {}

    def name_of(self, layer: int, class_name: str, given: str | None) -> str:
        """Give the name of a layer, the same one each time it is asked for."""
        if layer not in self._names:
            self._names[layer] = given or self._numbered(snake_case(class_name))
        return self._names[layer]

    def _numbered(self, base: str) -> str:
        count = self._counts[base]
        self._counts[base] += 1
        return f"{base}_{count}" if count else base
