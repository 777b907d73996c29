"""``match`` statements: whether a case surely takes a value, surely does not, or may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from astroid import nodes

from keras_lint.interpreter.bindings import bind_target
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.heap import MISSING
from keras_lint.interpreter.values import (
    Constant,
    Dict,
    External,
    Frame,
    Instance,
    Layer,
    List,
    Model,
    Range,
    Size,
    Tuple,
    Value,
)
from keras_lint.shapes import Unknown

_NO_CONSTANT = (Dict, Layer, List, Model, Range, Tuple)
_NO_SEQUENCE = (Constant, Dict, Layer, Model, Size)
_NO_MAPPING = (Constant, Layer, List, Model, Range, Size, Tuple)
_SELF_MATCHING = {
    f"builtins.{name}"
    for name in ("bool", "bytes", "dict", "float", "int", "list", "set", "str", "tuple")
}
"""The classes whose only positional sub-pattern is matched against the subject itself."""


@dataclass
class Match:
    """What came of a case: ``taken`` is None where it may be, ``names`` what it binds."""

    taken: bool | None
    names: dict[str, tuple[nodes.NodeNG, Value]] = field(default_factory=dict)

    def bind(self, run: Context, frame: Frame) -> None:
        """Bind the names that the pattern captures."""
        for target, value in self.names.values():
            bind_target(run, target, value, frame)


def match_case(run: Context, case: nodes.MatchCase, subject: Value, frame: Frame) -> Match:
    """Match a subject against a case and its guard."""
    found = Match(True)
    found.taken = _Matcher(run, frame, found.names).match(case.pattern, subject)
    if found.taken is not False and case.guard is not None:
        found.bind(run, frame)
        guard = run.truth(run.evaluate(case.guard, frame))
        if guard is not True:
            found.taken = guard
    return found


def _all(answers: list[bool | None]) -> bool | None:
    return False if False in answers else None if None in answers else True


@dataclass
class _Matcher:
    """Matches patterns and collects what they capture."""

    run: Context
    frame: Frame
    names: dict[str, tuple[nodes.NodeNG, Value]]

    def match(self, pattern: nodes.NodeNG, subject: Value) -> bool | None:
        """Match one pattern."""
        match pattern:
            case nodes.MatchAs():
                taken = True if pattern.pattern is None else self.match(pattern.pattern, subject)
                if pattern.name is not None:
                    self._capture(pattern.name, subject)
                return taken
            case nodes.MatchValue():
                wanted = self.run.evaluate(pattern.value, self.frame)
                if isinstance(wanted, Constant) and isinstance(subject, Constant):
                    return bool(wanted.value == subject.value)
                return False if self._differ(wanted, subject) else None
            case nodes.MatchSingleton():
                if isinstance(subject, Constant):
                    return subject.value is pattern.value
                return False if isinstance(subject, _NO_CONSTANT) else None
            case nodes.MatchOr():
                return self._alternatives(pattern, subject)
            case nodes.MatchSequence():
                return self._sequence(pattern, subject)
            case nodes.MatchMapping():
                return self._mapping(pattern, subject)
            case nodes.MatchClass():
                return self._class(pattern, subject)
        self._unsure(pattern)
        return None

    def _capture(self, target: nodes.NodeNG, value: Value) -> None:
        self.names[target.name] = (target, value)

    def _unsure(self, pattern: nodes.NodeNG) -> None:
        for name in pattern.nodes_of_class(nodes.AssignName):
            self._capture(name, Unknown("a part of a matched value"))

    @staticmethod
    def _differ(wanted: Value, subject: Value) -> bool:
        return isinstance(wanted, Constant) and isinstance(subject, _NO_CONSTANT)

    def _alternatives(self, pattern: nodes.MatchOr, subject: Value) -> bool | None:
        answers = []
        for one in pattern.patterns:
            answers.append(self.match(one, subject))
            if answers[-1]:
                break
        return None if None in answers else True in answers

    def _sequence(self, pattern: nodes.MatchSequence, subject: Value) -> bool | None:
        if isinstance(subject, _NO_SEQUENCE):
            return False
        items = self.run.iterate(subject)
        if isinstance(items, Unknown):
            self._unsure(pattern)
            return None
        parts = pattern.patterns
        star = next((i for i, one in enumerate(parts) if isinstance(one, nodes.MatchStar)), None)
        if len(items) < len(parts) - (star is not None) or (
            star is None and len(items) > len(parts)
        ):
            return False
        if star is not None:
            after = len(items) - (len(parts) - star - 1)
            rest = parts[star].name
            if rest is not None:
                self._capture(rest, List(items[star:after]))
            items = [*items[:star], *items[after:]]
            parts = [*parts[:star], *parts[star + 1 :]]
        return _all([self.match(p, item) for p, item in zip(parts, items, strict=True)])

    def _mapping(self, pattern: nodes.MatchMapping, subject: Value) -> bool | None:
        if isinstance(subject, _NO_MAPPING):
            return False
        keys = [self.run.evaluate(key, self.frame) for key in pattern.keys]
        entries = subject.items if isinstance(subject, Dict) else None
        constants = [key.value for key in keys if isinstance(key, Constant)]
        if not isinstance(entries, Mapping) or len(constants) < len(keys):
            self._unsure(pattern)
            return None
        if any(key not in entries for key in constants):
            return False
        if pattern.rest is not None:
            kept: Mapping[Any, Value] = {k: v for k, v in entries.items() if k not in constants}
            self._capture(pattern.rest, Dict(kept))
        parts = zip(pattern.patterns, constants, strict=True)
        return _all([self.match(one, entries[key]) for one, key in parts])

    def _class(self, pattern: nodes.MatchClass, subject: Value) -> bool | None:
        cls = self.run.evaluate(pattern.cls, self.frame)
        asked = Arguments((subject, cls))
        span = self.frame.module.spans.of(pattern)
        answers = [self.run.truth(self.run.call(External("builtins.isinstance"), asked, span))]
        if answers[0] is False:
            return False
        if len(pattern.patterns) == 1 and getattr(cls, "name", "") in _SELF_MATCHING:
            answers.append(self.match(pattern.patterns[0], subject))
        elif pattern.patterns:
            for one in pattern.patterns:
                self._unsure(one)
            answers.append(None)
        for name, one in zip(pattern.kwd_attrs, pattern.kwd_patterns, strict=True):
            known = isinstance(subject, Instance) and subject.cells.get(name, MISSING)
            if known is MISSING or known is False:
                self._unsure(one)
                answers.append(None)
            else:
                answers.append(self.match(one, known))
        return _all(answers)
