"""``match`` statements: whether a case surely takes a value, surely does not, or may."""

from __future__ import annotations

from astroid import nodes

from keras_lint.interpreter.bindings import bind_target
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.values import Constant, Frame, Value
from keras_lint.shapes import Unknown


def matches(run: Context, case: nodes.MatchCase, subject: Value, frame: Frame) -> bool | None:
    """Tell whether a case takes the subject, binding what its pattern names; None if it may."""
    result = _pattern(run, case.pattern, subject, frame)
    if result is not False and case.guard is not None:
        guard = run.truth(run.evaluate(case.guard, frame))
        if guard is False:
            return False
        return None if guard is None else result
    return result


def _pattern(run: Context, pattern: nodes.NodeNG, subject: Value, frame: Frame) -> bool | None:
    match pattern:
        case nodes.MatchAs():
            result = (
                True if pattern.pattern is None else _pattern(run, pattern.pattern, subject, frame)
            )
            if pattern.name is not None and result is not False:
                bind_target(run, pattern.name, subject, frame)
            return result
        case nodes.MatchValue() | nodes.MatchSingleton():
            value = pattern.value
            wanted = (
                run.evaluate(value, frame) if isinstance(value, nodes.NodeNG) else Constant(value)
            )
            if isinstance(wanted, Constant) and isinstance(subject, Constant):
                return wanted == subject
            return None
        case nodes.MatchOr():
            results = [_pattern(run, one, subject, frame) for one in pattern.patterns]
            return True if True in results else None if None in results else False
        case nodes.MatchSequence():
            return _sequence(run, pattern, subject, frame)
    for name in pattern.nodes_of_class(nodes.AssignName):
        bind_target(run, name, Unknown("a part of a matched value"), frame)
    return None


def _sequence(
    run: Context, pattern: nodes.MatchSequence, subject: Value, frame: Frame
) -> bool | None:
    items = run.iterate(subject)
    starred = any(isinstance(one, nodes.MatchStar) for one in pattern.patterns)
    if isinstance(items, Unknown) or starred:
        for name in pattern.nodes_of_class(nodes.AssignName):
            bind_target(run, name, Unknown("a part of a matched value"), frame)
        return None
    if len(items) != len(pattern.patterns):
        return False
    results = [_pattern(run, p, i, frame) for p, i in zip(pattern.patterns, items, strict=True)]
    return False if False in results else None if None in results else True
