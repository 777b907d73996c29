"""Random calls of every operation, answered by the libraries and by the shape functions.

``compare`` does one call, ``differential`` many of one shape function, under all of its names
in turn. A call that the library accepts must have the shape and dtype that are predicted, and
values within the predicted bounds; what is predicted to be refused must be refused. Then parts
of the same call are hidden behind unknowns and symbols, and the same must hold.

The environment variable ``KERAS_LINT_DIFFERENTIAL=full`` multiplies the quotas, and
``KERAS_LINT_SEED`` draws other calls.
"""

from __future__ import annotations

import inspect
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from math import ceil
from random import Random
from typing import Any

import numpy as np
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from keras_lint.ops.registry import find_operation
from keras_lint.shapes import DYNAMIC, TensorSpec
from tests.ops import libraries
from tests.ops.asking import (
    ARRAYS,
    EAGER,
    argument_for,
    executed,
    library_of,
    predicted,
    theirs,
)
from tests.ops.hiding import disagreement, hidden, merged, undecided, unknowns
from tests.ops.libraries import T, resolve

FULL = os.environ.get("KERAS_LINT_DIFFERENTIAL") == "full"
SEED = int(os.environ.get("KERAS_LINT_SEED", "0"))
ACCEPTED, REFUSED, PER_SPELLING = (1000, 300, 10) if FULL else (100, 30, 1)
"""So many accepted and refused calls a shape function owes, each of its libraries a share, and
so many accepted ones under each of its names."""
DRAWS_PER_QUOTA = 25
"""A run gives up after this many draws for each draw that it owes."""
PHASES = [Phase.generate, Phase.shrink]
DTYPE_ERRORS = (
    "that does not match type", "not in list of allowed values", "Tensor conversion requested",
    "must have the same dtype", r"Expected \w+, but got", r"Expected \w+ passed to parameter",
    r"Cannot convert \S+ to EagerTensor of dtype", "Cannot find minimum value",
    "Conversion from EagerTensor", "could not be safely cast",
)  # fmt: skip
"""What the libraries say of dtypes, of which the shape functions know nothing."""
DTYPES = ("float32",) * 6 + ("float16", "float64", "int32", "uint8", "bool")
BROADCASTS = (
    "a broadcast of None and a size that may give way to it",
    "a broadcast with an unknown size",
)
"""What nobody can say of a broadcast."""

Arguments = Mapping[str, Any]
Extras = Callable[[Arguments], Mapping[str, Any]]


@dataclass(frozen=True)
class Family:
    """How to call one shape function.

    ``draws`` gives arguments by their canonical names; a tensor whose dtype is left at
    ``float32`` is drawn in other dtypes too. ``named`` has other draws for some spellings, and
    ``packs`` says that a method takes its sizes one by one or packed in a tuple. ``refuses``
    lists the libraries that refuse shapes. ``silent`` are patterns of the errors that are not
    predicted, ``left_open`` of the reasons for which part of an accepted call stays unknown;
    any other error that is missed, and any other reason, is a failure.
    """

    draws: SearchStrategy[Arguments]
    named: Mapping[str, SearchStrategy[Arguments]] = field(default_factory=dict)
    packs: bool = False
    refuses: tuple[str, ...] = ("keras", "tensorflow", "numpy", "backend")
    dtypes: tuple[str, ...] = DTYPES
    silent: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()


@dataclass(frozen=True)
class Call:
    """Arguments, and in which form they are written."""

    arguments: Arguments
    dtype: str = "float32"
    by_name: bool = False
    spread: bool = True
    secret: int = 0


class Unlike(AssertionError):
    """The prediction claims what the library does not do."""


# -- writing a call -----------------------------------------------------------------------


@cache
def _named_parameters(name: str) -> frozenset[str]:
    try:
        found = inspect.signature(resolve(name)).parameters.values()
    except ValueError:
        return frozenset()
    kinds = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return frozenset(one.name for one in found if one.kind in kinds)


def spelled(name: str, call: Call, extras: Extras | None) -> tuple[list[Any], dict[str, Any]]:
    """Write a call as one spelling takes it: in order as far as possible, then by name."""
    operation = find_operation(name)
    assert operation is not None
    missing = dict(call.arguments)
    if library_of(name) == "numpy" and isinstance(missing.get("axis"), list):
        # Only a tuple names several axes of numpy's.
        missing["axis"] = tuple(missing["axis"])
    positional: list[Any] = []
    keywords: dict[str, Any] = {}
    in_order = True
    for own, canonical in operation.spellings[name].parameters:
        if canonical == "self":
            positional.append(_generator(name))
        elif own in ("*", "..."):
            in_order = False
        elif canonical not in missing:
            in_order = in_order and own.startswith("*")
        elif own.startswith("*"):
            value = missing.pop(canonical)
            several = isinstance(value, list | tuple) and call.spread
            positional.extend(value if several else [value])
        elif in_order and not (call.by_name and positional and own in _named_parameters(name)):
            positional.append(missing.pop(canonical))
        else:
            in_order = False
            keywords[own] = missing.pop(canonical)
    if extras is not None:
        keywords.update(extras(call.arguments))
    written = libraries.replace((positional, keywords), lambda one: _typed(name, one, call.dtype))
    return written[0], written[1]


def _generator(name: str) -> Any:
    return np.random.default_rng(0) if ".Generator." in name else np.random.RandomState(0)


def _typed(name: str, tensor: T, dtype: str) -> T:
    if tensor.dtype == "float32":
        tensor = replace(tensor, dtype=dtype)
    if name.startswith((*ARRAYS, *EAGER)):
        tensor = replace(tensor, shape=tuple(2 if size is None else size for size in tensor.shape))
    return tensor


# -- the comparison -----------------------------------------------------------------------


def compare(name: str, call: Call, family: Family, extras: Extras | None = None) -> str:
    """Make one call both ways; give ``accepted``, ``open``, ``refused``, ``silent`` or ``dtype``.

    ``dtype`` is a call that the library refuses for its dtype alone, of which the shape
    functions know nothing.

    Raises:
        Unlike: the two disagree, or something is unknown or not refused that the family does
            not list; the message holds both answers.
    """
    positional, keywords = spelled(name, call, extras)
    mine, library = contrast(
        name,
        argument_for(name, (positional, keywords)),
        call.secret,
        lambda given: predicted(name, *given),
        lambda: theirs(name, positional, keywords),
        lambda: executed(name, positional, keywords),
        both=name.startswith("keras.ops.") and _is_settled(positional, keywords),
    )
    if isinstance(mine, Exception):
        return "refused"
    if not isinstance(library, Exception):
        reasons = unknowns(mine)
        unlisted = [one for one in reasons if not mentioned(one, [*BROADCASTS, *family.left_open])]
        if unlisted:
            raise Unlike(f"{name}: unknown because of {unlisted}\n  call: {call}")
        return "open" if reasons else "accepted"
    if call.dtype != "float32":
        plain = spelled(name, replace(call, dtype="float32"), extras)
        if not isinstance(theirs(name, *plain), Exception):
            return "dtype"
    if not mentioned(str(library), [*DTYPE_ERRORS, *family.silent]):
        raise Unlike(f"{name}: only the library refuses it: {library!r}\n  call: {call}")
    return "silent"


def mentioned(text: str, patterns: Iterable[str]) -> bool:
    """Tell whether one of the patterns occurs in a text."""
    return any(re.search(one, text) for one in patterns)


def contrast(
    label: str,
    given: Any,
    secret: int,
    predict: Callable[[Any], Any],
    ask: Callable[[], Any],
    execute: Callable[[], Any],
    *,
    both: bool = False,
) -> tuple[Any, Any]:
    """Give the prediction and the answer of the library; ``both`` compares an execution too.

    Raises:
        Unlike: the two disagree, or do so once parts of what is given are hidden.
    """
    library, mine = ask(), predict(given)
    # Where Keras sees that nothing would come out, the backend may give an array of nothing.
    settled = both and "zero or negative" not in str(library)
    found = [library, execute()] if settled else [library]
    open_axes = _has_open_axes(given)
    predictions: list[tuple[Any, Any, Mapping[str, int]]] = [(given, mine, {})]
    for number in range(2):
        values: dict[str, int] | None = {} if number else None
        parts = hidden(given, Random(secret + number), values)
        predictions.append((parts, predict(parts), values or {}))
    for parts, prediction, numbers in predictions:
        problem = _problem(prediction, found, numbers, open_axes=open_axes)
        if problem and len(found) == 1 and not isinstance(library, Exception):
            found.append(execute())
            problem = _problem(prediction, found, numbers, open_axes=open_axes)
        if problem:
            raise Unlike(
                f"{label}: {problem}\n  call:      {parts}\n"
                f"  library:   {found!r}\n  predicted: {prediction!r}"
            )
    return mine, library


def _has_open_axes(given: Any) -> bool:
    """Tell whether an axis of a tensor is None, so that a call with arrays is only a sample."""
    match given:
        case TensorSpec():
            return DYNAMIC in given.shape
        case list() | tuple():
            return any(_has_open_axes(one) for one in given)
        case dict():
            return any(_has_open_axes(one) for one in given.values())
    return False


def _is_settled(positional: list[Any], keywords: dict[str, Any]) -> bool:
    given: list[T] = []
    libraries.replace((positional, keywords), given.append)
    return bool(given) and not any(None in one.shape for one in given)


def _problem(mine: Any, found: list[Any], values: Mapping[str, int], *, open_axes: bool) -> str:
    """Say what a prediction claims that is not so.

    What is refused must fail when it is executed, if not before. What is accepted has the
    shape that the library shows, symbolically and with arrays.
    """
    if isinstance(mine, Exception):
        return "" if isinstance(found[-1], Exception) else "only the prediction refuses it"
    if isinstance(found[0], Exception):
        settled = [one for one in found if not isinstance(one, Exception)]
        return disagreement(mine, settled[0], values) if settled else ""
    problem = disagreement(mine, found[0], values)
    if len(found) == 1:
        return problem
    if isinstance(found[1], Exception):
        return disagreement(mine, undecided(found[0]), values) if open_axes else problem
    return disagreement(mine, merged(*found), values)


def calls(name: str, family: Family) -> SearchStrategy[Call]:
    """Draw arguments for one spelling, and how they are written."""
    return st.builds(
        Call,
        arguments=family.named.get(name, family.draws),
        dtype=st.sampled_from(family.dtypes),
        by_name=st.booleans(),
        spread=st.booleans() if family.packs else st.just(True),
        secret=st.integers(0, 10**6),
    )


@dataclass
class Tally:
    """What came of the calls of one shape function in one library."""

    names: list[str]
    accepted: int
    refused: int
    seen: Counter[str] = field(default_factory=Counter)
    by_name: Counter[str] = field(default_factory=Counter)

    def owed_names(self) -> list[str]:
        """List the names whose calls are still owed."""
        few = [name for name in self.names if self.by_name[name] < PER_SPELLING]
        accepted = self.seen["accepted"] + self.seen["open"]
        enough = accepted >= self.accepted and self.seen["refused"] >= self.refused
        return few if enough else [*few, *self.names]

    def note(self, name: str, verdict: str) -> None:
        """Count one call."""
        self.seen[verdict] += 1
        if verdict in ("accepted", "open"):
            self.by_name[name] += 1


def differential(key: str, names: list[str], family: Family, extras: Mapping[str, Extras]) -> None:
    """Compare calls until each library has its share of the quotas; the same calls each time.

    Raises:
        AssertionError: a call disagrees, or a quota is not reached.
    """
    owing = list(dict.fromkeys(library_of(name) for name in names))
    refusing = [library for library in owing if library in family.refuses]
    tallies = {
        library: Tally(
            [one for one in names if library_of(one) == library],
            accepted=ceil(ACCEPTED / len(owing)),
            refused=ceil(REFUSED / len(refusing)) if library in refusing else 0,
        )
        for library in owing
    }
    limit = DRAWS_PER_QUOTA * (len(names) * PER_SPELLING + ACCEPTED + REFUSED)
    for number in range(limit // 50):
        owed = [name for tally in tallies.values() for name in tally.owed_names()]
        if not owed:
            break

        @seed(1000 * SEED + number)
        @settings(
            max_examples=50,
            database=None,
            deadline=None,
            phases=PHASES,
            suppress_health_check=list(HealthCheck),
        )
        @given(
            st.sampled_from(owed).flatmap(lambda one: st.tuples(st.just(one), calls(one, family)))
        )
        def round_of_calls(drawn: tuple[str, Call]) -> None:
            name, call = drawn
            verdict = compare(name, call, family, extras.get(name))
            tallies[library_of(name)].note(name, verdict)

        round_of_calls()
    for library, tally in tallies.items():
        seen = tally.seen
        total = sum(seen.values())
        part = (seen["accepted"] + seen["open"]) / max(1, total)
        print(f"{key} in {library}: {total} calls, {part:.0%} accepted, {dict(seen)}")
    for library, tally in tallies.items():
        owed = tally.owed_names()
        assert not owed, f"{key} in {library}: {dict(tally.seen)}, calls owed by {owed}"
