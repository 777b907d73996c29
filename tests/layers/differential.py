"""Random layers on random shapes, built by Keras and by the schemas, and compared.

``compare`` does one draw, ``differential`` many; ``compare_with_keras_2`` asks Keras 2. Nothing
is trained and, in the usual size of a run, Keras 3 is called on ``KerasTensor`` objects and
allocates nothing.

The environment variable ``KERAS_LINT_DIFFERENTIAL=full`` multiplies the quotas by ten and lets
Keras allocate every weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import tf_keras
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from keras_lint.layers.registry import find_layer
from keras_lint.shapes import Unknown, is_dynamic, is_known
from tests.layers.answers import (
    FULL,
    Answer,
    Draw,
    Nested,
    Tensor,
    keras_2_answer,
    keras_answer,
    schema_answer,
)

__all__ = ["Draw", "Nested", "Tensor", "compare", "compare_with_keras_2", "differential"]

DRAWS_PER_QUOTA = 30
"""A run gives up after this many draws for each draw that it owes."""
DRAWS_WITH_KERAS_2 = 25
"""So many draws of each run are also built by Keras 2."""


def compare(name: str, draw: Draw) -> str:
    """Build one layer both ways; give ``accepted`` or ``refused``.

    Raises:
        AssertionError: the two disagree, or what is said where nobody knows which Keras is
            meant does not hold for Keras 3; the message holds both answers.
    """
    theirs = keras_answer(name, draw)
    _assert_same(name, draw, theirs, schema_answer(name, draw))
    _assert_compatible(name, draw, theirs, schema_answer(name, draw, None))
    return "accepted" if theirs.refusal is None else "refused"


def compare_with_keras_2(name: str, draw: Draw) -> str:
    """Build one layer with Keras 2 and as Keras 2 would; give ``accepted`` or ``refused``.

    What Keras 2 refuses late, or by accident, the schema may take.

    Raises:
        AssertionError: the two disagree; the message holds both answers.
    """
    theirs = keras_2_answer(name, draw)
    for major in (2, None):
        _assert_compatible(name, draw, theirs, schema_answer(name, draw, major))
    return "accepted" if theirs.refusal is None else "refused"


def _assert_same(name: str, draw: Draw, theirs: Answer, ours: Answer) -> None:
    problem = _difference(theirs, ours, draw.unknown_allowed)
    if problem:
        raise AssertionError(f"{name}: {problem}\n  {draw}\n  Keras:  {theirs}\n  schema: {ours}")


def _assert_compatible(name: str, draw: Draw, theirs: Answer, ours: Answer) -> None:
    """Check what is said; nothing has to be said."""
    if theirs.refusal is None or ours.refusal is not None:
        _assert_same(name, replace(draw, unknown_allowed=True), theirs, ours)


def differential(
    name: str, draws: SearchStrategy[Draw], *, accepted: int = 100, refused: int = 30
) -> None:
    """Compare draws until at least so many were accepted and refused; the same ones each time.

    Raises:
        AssertionError: a draw disagrees, or the strategy does not reach a quota.
    """
    factor = 10 if FULL else 1
    quota = {"accepted": accepted * factor, "refused": refused * factor}
    limit = DRAWS_PER_QUOTA * sum(quota.values())
    seen: Counter[str] = Counter()

    def owed() -> bool:
        return any(seen[verdict] < wanted for verdict, wanted in quota.items())

    def see(draw: Draw) -> None:
        seen[compare(name, draw)] += 1

    for number in range(limit // 50):
        if not owed():
            break
        _round(draws, number, 50, see)
    total = sum(seen.values())
    print(f"{name}: {total} draws, {seen['accepted'] / max(total, 1):.0%} accepted, {dict(seen)}")
    assert not owed(), f"{name}: {dict(seen)} in {total} draws, wanted {quota}"
    if hasattr(tf_keras.layers, name):
        _with_keras_2(name, draws, DRAWS_WITH_KERAS_2 * factor)


def _with_keras_2(name: str, draws: SearchStrategy[Draw], count: int) -> None:
    tf_keras.backend.clear_session()
    schema = find_layer(f"keras.layers.{name}")
    assert schema is not None
    seen: Counter[str] = Counter()

    def see(draw: Draw) -> None:
        kept = {key: one for key, one in draw.keywords.items() if key not in schema.added}
        seen[compare_with_keras_2(name, replace(draw, keywords=kept))] += 1

    _round(draws, 0, count, see)
    print(f"{name} in Keras 2: {dict(seen)}")


def _round(
    draws: SearchStrategy[Draw], number: int, count: int, see: Callable[[Draw], None]
) -> None:
    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(draws)
    def round_of_draws(draw: Draw) -> None:
        see(draw)

    round_of_draws()


# -- the comparison -----------------------------------------------------------------------


def _difference(theirs: Answer, ours: Answer, unknown_allowed: bool) -> str:
    """Say in what the answers differ, or nothing."""
    if (theirs.refusal is None) != (ours.refusal is None):
        return "only Keras refuses it" if theirs.refusal else "only the schema refuses it"
    if theirs.refusal is not None:
        return ""
    problem = _output_difference(theirs.outputs, ours.outputs, unknown_allowed)
    for what in ("total", "trainable"):
        expected, found = getattr(theirs, what), getattr(ours, what)
        if expected is None or (unknown_allowed and isinstance(found, Unknown)):
            continue
        if expected != found:
            problem = problem or f"another number of weights ({what})"
    return problem


def _output_difference(theirs: Any, ours: Any, unknown_allowed: bool) -> str:
    if unknown_allowed and ours == (None, None):
        return ""
    if isinstance(theirs, dict):
        if not isinstance(ours, dict) or set(theirs) != set(ours):
            return "another structure of outputs"
        pairs = [(theirs[key], ours[key]) for key in theirs]
    elif isinstance(theirs, list):
        if not isinstance(ours, list) or len(theirs) != len(ours):
            return "another structure of outputs"
        pairs = list(zip(theirs, ours, strict=True))
    elif not isinstance(ours, tuple):
        return "another structure of outputs"
    else:
        return _tensor_difference(theirs, ours, unknown_allowed)
    problems = (_output_difference(a, b, unknown_allowed) for a, b in pairs)
    return next((problem for problem in problems if problem), "")


def _tensor_difference(theirs: Any, ours: Any, unknown_allowed: bool) -> str:
    (shape, dtype), (dims, our_dtype) = theirs, ours
    if shape is None:
        return ""  # Keras 2 knows no rank.
    if dims is None:
        return "" if unknown_allowed else "an output of unknown rank"
    if len(shape) != len(dims):
        return "another rank"
    for size, dim in zip(shape, dims, strict=True):
        same = is_dynamic(dim) if size is None else is_known(dim) and dim == size
        if not same and not (unknown_allowed and isinstance(dim, Unknown)):
            return "another shape"
    return "another dtype" if our_dtype is not None and our_dtype != dtype else ""
