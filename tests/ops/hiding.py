"""Predictions against answers, and the same calls with parts hidden from the prediction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np

from keras_lint.shapes import (
    Content,
    Dim,
    Polynomial,
    Shape,
    Symbol,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
)
from keras_lint.shapes.dim import Quotient
from tests.ops.libraries import Answer

HIDDEN = Unknown("hidden by the test")


def hidden(argument: Any, draw: Random, values: dict[str, int] | None) -> Any:
    """Put unknowns in the place of some parts, or symbols whose ``values`` are noted."""
    match argument:
        case TensorSpec():
            return _hidden_spec(argument, draw, values)
        case list() | tuple():
            return type(argument)(hidden(one, draw, values) for one in argument)
        case dict():
            return {key: hidden(one, draw, values) for key, one in argument.items()}
        case slice():
            ends = (argument.start, argument.stop, argument.step)
            return slice(*(one and hidden(one, draw, values) for one in ends))
        case bool() | None | str() | float():
            return HIDDEN if values is None and draw.random() < 0.15 else argument
        case int():
            if values is None:
                return HIDDEN if draw.random() < 0.25 else argument
            return _symbol(argument, draw, values) if draw.random() < 0.3 else argument
    return argument


def _hidden_spec(spec: TensorSpec, draw: Random, values: dict[str, int] | None) -> TensorSpec:
    if values is not None:
        dims = tuple(_symbol(dim, draw, values) for dim in spec.shape)
        return TensorSpec(Shape(dims), spec.dtype)
    dtype = None if draw.random() < 0.3 else spec.dtype
    if draw.random() < 0.15:
        return TensorSpec(Shape.unknown("hidden by the test"), dtype)
    return TensorSpec(
        Shape(tuple(HIDDEN if draw.random() < 0.4 else dim for dim in spec.shape)), dtype
    )


def _symbol(dim: Dim, draw: Random, values: dict[str, int]) -> Dim:
    if not is_known(dim) or dim < 1 or draw.random() < 0.4:
        return dim
    # Equal sizes may be one symbol or two.
    name = f"n{dim}" if draw.random() < 0.5 else f"m{len(values)}"
    values[name] = dim
    return Polynomial.of(Symbol(name, name))


def evaluated(dim: Dim, values: Mapping[str, int]) -> Dim:
    """Give the number that an expression over symbols stands for."""
    if not isinstance(dim, Polynomial):
        return dim
    total = 0
    for monomial, count in dim.terms:
        factor = count
        for atom, power in monomial:
            factor *= _atom(atom, values) ** power
        total += factor
    return total


def _atom(atom: Symbol | Quotient, values: Mapping[str, int]) -> int:
    if isinstance(atom, Symbol):
        return values[atom.identity]
    top, bottom = evaluated(atom.numerator, values), evaluated(atom.denominator, values)
    assert is_known(top) and is_known(bottom), "expressions over numbers are numbers"
    return top % bottom if atom.remainder else top // bottom


def disagreement(mine: Any, theirs: Any, values: Mapping[str, int] | None = None) -> str:
    """Say where a prediction claims what the library does not show; empty where it does not."""
    values = values or {}
    match mine, theirs:
        case Unknown(), _:
            return ""
        case TensorSpec(), Answer():
            return _of_tensor(mine, theirs, values)
        case TensorSpec(), list() if mine.shape.dims is None:
            return ""
        case (list() | tuple(), list()):
            if len(mine) != len(theirs):
                return f"{len(mine)} results, not {len(theirs)}"
            both = zip(mine, theirs, strict=True)
            return next(filter(None, (disagreement(a, b, values) for a, b in both)), "")
        case (_, None) if is_dynamic(mine):
            return ""
        case (int() | Polynomial(), Answer(value=int() as number)):
            size = evaluated(mine, values)
            return "" if size == number else f"{size}, not {number}"
    return f"{mine} where the library gives {theirs}"


def merged(shown: Any, executed: Any) -> Any:
    """Join what is shown of a symbolic call with the call on arrays.

    A size that is shown as None may be predicted as None or as the number that it is. Where
    two numbers differ, or two ranks, nothing may be predicted.
    """
    if isinstance(shown, list) and isinstance(executed, list) and len(shown) == len(executed):
        return [merged(a, b) for a, b in zip(shown, executed, strict=True)]
    if not isinstance(shown, Answer) or not isinstance(executed, Answer):
        return shown
    if shown.shape is None or executed.shape is None:
        return replace(executed, value=shown.value)
    if len(shown.shape) != len(executed.shape):
        return replace(shown, shape=(CONFLICT,))
    dims = tuple(
        one if one == two else (None, two) if one is None else CONFLICT
        for one, two in zip(shown.shape, executed.shape, strict=True)
    )
    value = shown.value if shown.value is not None else executed.value
    return replace(shown, shape=dims, value=value)


def undecided(shown: Any) -> Any:
    """Leave open what is shown as None: the call cannot be made with the sizes of the test."""
    if isinstance(shown, list):
        return [undecided(one) for one in shown]
    if not isinstance(shown, Answer) or shown.shape is None:
        return shown
    return replace(shown, shape=tuple(OPEN if one is None else one for one in shown.shape))


OPEN = "open"
"""Stands for a size that is shown as None and that nobody can compute."""
CONFLICT = "a conflict"
"""Stands for a size on which a library disagrees with itself."""


def _of_tensor(mine: TensorSpec, theirs: Answer, values: Mapping[str, int]) -> str:
    if None not in (mine.dtype, theirs.dtype) and mine.dtype != theirs.dtype:
        return f"dtype {mine.dtype}, not {theirs.dtype}"
    dims = mine.shape.dims
    if dims is not None:
        known = [dim for dim in dims if not isinstance(dim, Unknown)]
        if theirs.shape is None:
            return f"{mine.shape} where the library shows no rank" if known else ""
        if len(theirs.shape) != len(dims):
            return f"rank {len(dims)}, not {theirs.shape}"
        for dim, size in zip(dims, theirs.shape, strict=True):
            found = evaluated(dim, values)
            allowed = size if isinstance(size, tuple) else (size,)
            if (
                size != OPEN
                and not isinstance(found, Unknown)
                and ((None if is_dynamic(found) else found) not in allowed)
            ):
                return f"{mine.shape}, not {theirs.shape}"
    return _of_values(mine.content, theirs.value, values)


def _of_values(content: Content | None, found: Any, values: Mapping[str, int]) -> str:
    """Compare what is claimed of the values in an array with the array."""
    if content is None or found is None or np.asarray(found).dtype.kind not in "iufb":
        return ""
    array = np.asarray(found)
    if content.elements is not None:
        expected = [evaluated(one, values) for one in content.elements]
        pairs = zip(expected, array.ravel().tolist(), strict=False)
        if len(expected) != array.size or any(is_known(a) and a != b for a, b in pairs):
            return f"values {content.elements}, not {array}"
    if not array.size or (array.dtype.kind == "f" and not np.isfinite(array).all()):
        return ""
    low, high = float(array.min()), float(array.max())
    slack = 1e-5 * max(1.0, abs(low), abs(high))
    if content.minimum is not None and low < content.minimum - slack:
        return f"at least {content.minimum}, not {low}"
    if content.maximum is not None and high > content.maximum + slack:
        return f"at most {content.maximum}, not {high}"
    if content.attained and (low, high) != (content.minimum, content.maximum):
        return f"from {content.minimum} to {content.maximum}, not from {low} to {high}"
    if content.one_hot and not (array.ndim and (array.sum(-1) == 1).all()):
        return f"one-hot rows, not {array}"
    return ""


def unknowns(mine: Any) -> list[str]:
    """List the reasons for which anything of a prediction is unknown, but for dtypes."""
    match mine:
        case Unknown():
            return [mine.why]
        case TensorSpec() if mine.shape.dims is None:
            return [mine.shape.why]
        case TensorSpec():
            return [dim.why for dim in mine.shape if isinstance(dim, Unknown)]
        case list() | tuple():
            return [reason for one in mine for reason in unknowns(one)]
    return []
