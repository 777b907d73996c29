"""One cause, one finding: where several rules see the same mistake, one speaks."""

from __future__ import annotations

from collections.abc import Iterable

from keras_lint.diagnostics import Diagnostic, Severity
from keras_lint.rules.registry import find_rule

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2, Severity.INFORMATION: 3}


def one_per_cause(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Keep one finding per cause: the gravest, then the one whose rule explains it best.

    Findings without a cause, and information messages, stand for themselves.
    """
    best: dict[int, Diagnostic] = {}
    kept: list[Diagnostic] = []
    seen: set[tuple[object, ...]] = set()
    for one in found:
        key = (one.rule, one.span, one.message)
        if key in seen:
            continue
        seen.add(key)
        if one.cause is None or one.severity in (Severity.ADVICE, Severity.INFORMATION):
            kept.append(one)
            continue
        rival = best.get(one.cause)
        if rival is None or _rank(one) < _rank(rival):
            best[one.cause] = one
    return kept + list(best.values())


def _rank(one: Diagnostic) -> tuple[int, int]:
    rule = find_rule(one.rule)
    explains = 0 if rule is None else rule.explains
    return (_ORDER[one.severity], -explains)
