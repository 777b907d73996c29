"""The items of a list whose number is not known, where paths of different appends met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from keras_lint.shapes import Unknown


@dataclass(frozen=True)
class Uncounted(Unknown):
    """Items of unknown number; ``element`` is the value that each of them is like."""

    element: Any = None
