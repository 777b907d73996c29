"""What a loop counts: an integer whose distance to another is known, though it is not."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from keras_lint.shapes.dim import Dim, Polynomial, Symbol

_numbers = itertools.count()


@dataclass(frozen=True)
class Counter(Symbol):
    """The variable of one loop over a range. Unlike other symbols, it may be zero or less."""


def new_counter() -> Polynomial:
    """Give a counter that is equal to no other."""
    return Polynomial.of(Counter(f"counter {next(_numbers)}", "i"))


def counted(dim: Dim) -> bool:
    """Tell whether a dim depends on what a loop counts."""
    return isinstance(dim, Polynomial) and any(
        not isinstance(atom, Symbol) or isinstance(atom, Counter)
        for monomial, _ in dim.terms
        for atom, _ in monomial
    )


def window(start: Dim | None, stop: Dim | None) -> Dim | None:
    """Give the length of ``x[i : i + n]`` where ``i`` counts, or None for any other slice.

    Loops over windows end where the last whole one does: rows of different lengths would
    make no array.
    """
    if not isinstance(start, Polynomial) or not counted(start) or not counted(stop or 0):
        return None
    length = None if stop is None else stop - start
    if length is None or counted(length) or (isinstance(length, int) and length < 0):
        return None
    return length
