"""What a loop over a range counts, where its steps are not followed one by one."""

from __future__ import annotations

import operator
from dataclasses import dataclass

from keras_lint.shapes import Dim, Polynomial, Unknown, counted, new_counter

_ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul}


@dataclass(frozen=True, slots=True)
class Position:
    """An integer that is not known, but its distance to another is: ``i`` and ``i + 30``.

    As an index it is one place, as the ends of a slice it gives a length; for everything
    else it is as unknown as ``why``.
    """

    dim: Polynomial
    why: Unknown


@dataclass(frozen=True)
class OpenRange(Unknown):
    """A ``range`` with a bound that is not known."""


def new_position(why: Unknown) -> Position:
    """Give what one loop counts."""
    return Position(new_counter(), why)


def moved(op: str, left: Position | Dim, right: Position | Dim) -> Position | Dim:
    """Give ``left op right``, of which at least one is a position."""
    sides = [side.dim if isinstance(side, Position) else side for side in (left, right)]
    why = next(side.why for side in (left, right) if isinstance(side, Position))
    if op not in _ARITHMETIC:
        return why
    dim: Dim = _ARITHMETIC[op](*sides)
    return Position(dim, why) if isinstance(dim, Polynomial) and counted(dim) else dim
