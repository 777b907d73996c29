"""Dims: the sizes of axes, and what can be said about them for sure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, TypeGuard, cast

from keras_lint.shapes.unknown import Unknown

MAX_TERMS: Final = 12
"""A polynomial with more terms than this becomes unknown."""


class Dynamic:
    """The ``None`` that Keras itself shows: a size that is only known when data arrives.

    There is one instance, ``DYNAMIC``. Arithmetic with it is dynamic again, as in Keras;
    with an unknown size it is unknown.
    """

    def _absorb(self, other: Any) -> Dim:
        return other if isinstance(other, Unknown) else self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _absorb
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _absorb

    def __neg__(self) -> Dim:
        return self

    def __str__(self) -> str:
        return "None"

    __repr__ = __str__


DYNAMIC: Final = Dynamic()


@dataclass(frozen=True)
class Symbol:
    """A positive integer that the code leaves open, such as a parameter of a builder.

    ``identity`` is the event that defined it, so two parameters of one name are two
    symbols; ``label`` is the user's own spelling; ``default`` is the value it has when
    nobody says otherwise (an argparse default).
    """

    identity: str
    label: str = field(compare=False)
    default: int | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True)
class Quotient:
    """The floor or the remainder of a division that does not come out even."""

    numerator: Polynomial
    denominator: Polynomial | int
    remainder: bool = False

    def __str__(self) -> str:
        sign = "%" if self.remainder else "//"
        return f"({self.numerator}{sign}{_parenthesized(self.denominator)})"


Atom: TypeAlias = Symbol | Quotient
Monomial: TypeAlias = tuple[tuple[Atom, int], ...]


@dataclass(frozen=True)
class Polynomial:
    """A polynomial over symbols and quotients, in normal form: equal values compare equal.

    ``terms`` is sorted, without zero coefficients, and never a plain number: arithmetic
    that ends in a number gives an ``int``.
    """

    terms: tuple[tuple[Monomial, int], ...]

    @staticmethod
    def of(atom: Atom) -> Polynomial:
        """Give the polynomial that is one symbol or quotient."""
        return Polynomial(((((atom, 1),), 1),))

    def __add__(self, other: Any) -> Dim:
        return _lift(other, lambda terms: _normal([*self.terms, *terms]))

    __radd__ = __add__

    def __neg__(self) -> Dim:
        return _normal((monomial, -count) for monomial, count in self.terms)

    def __sub__(self, other: Any) -> Dim:
        difference: Dim = self + (-other)
        return difference

    def __rsub__(self, other: Any) -> Dim:
        difference: Dim = -self + other
        return difference

    def __mul__(self, other: Any) -> Dim:
        return _lift(
            other,
            lambda terms: _normal((_merge(a, b), m * n) for a, m in self.terms for b, n in terms),
        )

    __rmul__ = __mul__

    def __floordiv__(self, other: Any) -> Dim:
        return _divide(self, other, remainder=False)

    def __rfloordiv__(self, other: Any) -> Dim:
        return _divide(other, self, remainder=False)

    def __mod__(self, other: Any) -> Dim:
        return _divide(self, other, remainder=True)

    def __rmod__(self, other: Any) -> Dim:
        return _divide(other, self, remainder=True)

    def __str__(self) -> str:
        text = ""
        for monomial, count in self.terms:
            factors = [str(atom) if power == 1 else f"{atom}**{power}" for atom, power in monomial]
            if abs(count) != 1 or not factors:
                factors.insert(0, str(abs(count)))
            sign = "-" if count < 0 else "+" if text else ""
            text += sign + "*".join(factors)
        return text


Dim: TypeAlias = int | Dynamic | Polynomial | Unknown
"""The size of an axis: a number, Keras's ``None``, an expression over symbols, or unknown."""


def _parenthesized(dim: Polynomial | int) -> str:
    return str(dim) if isinstance(dim, int) or len(dim.terms) == 1 else f"({dim})"


def _lift(other: Any, combine: Callable[[tuple[tuple[Monomial, int], ...]], Dim]) -> Dim:
    match other:
        case bool():
            return cast("Dim", NotImplemented)
        case int():
            return combine((((), other),))
        case Polynomial():
            return combine(other.terms)
        case Dynamic() | Unknown() as absorbing:
            return absorbing
    return cast("Dim", NotImplemented)


def _merge(left: Monomial, right: Monomial) -> Monomial:
    powers = dict(left)
    for atom, power in right:
        powers[atom] = powers.get(atom, 0) + power
    return tuple(sorted(powers.items(), key=lambda item: (str(item[0]), repr(item[0]))))


def _normal(terms: Iterable[tuple[Monomial, int]]) -> Dim:
    counts: dict[Monomial, int] = {}
    for monomial, count in terms:
        counts[monomial] = counts.get(monomial, 0) + count
    kept = [(monomial, count) for monomial, count in counts.items() if count]
    if not kept:
        return 0
    if len(kept) == 1 and kept[0][0] == ():
        return kept[0][1]
    if len(kept) > MAX_TERMS:
        return Unknown("the expression for this size is too long")
    kept.sort(key=lambda item: (item[0] == (), [str(atom) for atom, _ in item[0]], repr(item[0])))
    return Polynomial(tuple(kept))


def _divide(left: Any, right: Any, *, remainder: bool) -> Dim:
    for side in (left, right):
        if isinstance(side, Unknown):
            return side
    if isinstance(left, Dynamic) or isinstance(right, Dynamic):
        return DYNAMIC
    if isinstance(right, int):
        if right == 0:
            return Unknown("a division by zero")
        if all(count % right == 0 for _, count in left.terms):
            return 0 if remainder else _normal((m, c // right) for m, c in left.terms)
    if left == right:
        return 0 if remainder else 1
    if isinstance(left, int):
        left = Polynomial((((), left),))
    if isinstance(right, Polynomial) and len(right.terms) == 1:
        cancelled = [_cancel(term, right.terms[0]) for term in left.terms]
        if None not in cancelled:
            return 0 if remainder else _normal(term for term in cancelled if term is not None)
    return Polynomial.of(Quotient(left, right, remainder))


def _cancel(
    term: tuple[Monomial, int], divisor: tuple[Monomial, int]
) -> tuple[Monomial, int] | None:
    """Divide one term by another, or give None where that does not come out even."""
    powers, count = dict(term[0]), divisor[1]
    for atom, power in divisor[0]:
        powers[atom] = powers.get(atom, 0) - power
    if term[1] % count or any(power < 0 for power in powers.values()):
        return None
    return tuple((atom, power) for atom, power in powers.items() if power), term[1] // count


def is_known(dim: Dim) -> TypeGuard[int]:
    """Tell whether a dim is a plain number."""
    return isinstance(dim, int)


def is_dynamic(dim: Dim) -> TypeGuard[Dynamic]:
    """Tell whether a dim is Keras's own ``None``."""
    return isinstance(dim, Dynamic)


def is_unknown(dim: Dim) -> TypeGuard[Unknown]:
    """Tell whether the analyzer does not know a dim."""
    return isinstance(dim, Unknown)


def surely_equal(left: Dim, right: Dim) -> bool:
    """Tell whether two sizes are the same number in every run."""
    if isinstance(left, Unknown | Dynamic) or isinstance(right, Unknown | Dynamic):
        return False
    return left == right


def surely_differ(left: Dim, right: Dim) -> bool:
    """Tell whether two sizes are different numbers in every run.

    Unequal normal forms alone do not prove it; a constant nonzero difference does.
    """
    difference = left - right
    return isinstance(difference, int) and difference != 0


def surely_below(dim: Dim, bound: int) -> bool:
    """Tell whether a size is a number smaller than ``bound``."""
    return isinstance(dim, int) and dim < bound


def ceil_divide(dim: Dim, divisor: int) -> Dim:
    """Divide and round up, as ``padding="same"`` does."""
    return -((-dim) // divisor)


def product(dims: Iterable[Dim]) -> Dim:
    """Multiply dims; one dynamic or unknown factor makes the product so."""
    result: Dim = 1
    for dim in dims:
        result = result * dim
    return result


def join_dim(left: Dim, right: Dim, why: str) -> Dim:
    """Give the dim that stands for both: the common one, or unknown for ``why``."""
    return left if left == right else Unknown(why)


def with_defaults(dim: Dim) -> Dim:
    """Give a dim with every symbol that has a default replaced by it.

    That is the size in a run that sets nothing: what a summary shows for ``args.units``.
    """
    if not isinstance(dim, Polynomial):
        return dim
    total: Dim = 0
    for monomial, coefficient in dim.terms:
        factor: Dim = coefficient
        for atom, power in monomial:
            for _ in range(power):
                factor = factor * _atom_default(atom)
        total = total + factor
    return total


def _atom_default(atom: Atom) -> Dim:
    if isinstance(atom, Symbol):
        return Polynomial.of(atom) if atom.default is None else atom.default
    numerator = with_defaults(atom.numerator)
    denominator = with_defaults(atom.denominator)
    return numerator % denominator if atom.remainder else numerator // denominator
