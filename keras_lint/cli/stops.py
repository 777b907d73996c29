"""Where tracking stopped, and the shape comments that would carry it on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from keras_lint.engine import Report, analyze
from keras_lint.interpreter.leniency import first_failure, leave_out
from keras_lint.model import LayerCall, UnknownFact
from keras_lint.settings import Settings
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    Shape,
    TensorSpec,
    flatten_structure,
    is_known,
    is_unknown,
)
from keras_lint.source import SourceText

MOST_TRIED = 12
"""Comments that are tried in one file: each costs an analysis of it."""

_AXES = {
    1: ("n",),
    2: ("n", "features"),
    3: ("n", "steps", "features"),
    4: ("n", "height", "width", "channels"),
    5: ("n", "depth", "height", "width", "channels"),
}
_CALLED = re.compile(r"`(?:[\w.]*\.)?(\w+)(?:\(.*?\))?`")
LEFT_OUT = "`statement_left_out` is not defined in code that was followed"
LEFT_OUT_REASON = "a statement that is no Python was left out"


@dataclass(frozen=True)
class Stop:
    """A reason, the first line where it applies, and the comment that would remove it."""

    why: str
    line: int | None
    comment: str | None = None
    comment_line: int | None = None


def stops(report: Report, settings: Settings) -> list[Stop]:
    """Give every reason for which something is not known, in the order of the lines."""
    first: dict[str, UnknownFact] = {}
    for fact in report.model.unknowns:
        first.setdefault(fact.why, fact)
    ordered = sorted(first.values(), key=lambda fact: fact.place.line if fact.place else 0)
    assignments = _assignments(report.source)
    found = []
    for number, fact in enumerate(ordered):
        why = LEFT_OUT_REASON if fact.why == LEFT_OUT else fact.why
        stop = Stop(why, fact.place.line if fact.place else None)
        if number < MOST_TRIED:
            stop = _with_comment(stop, fact, report, assignments, settings)
        found.append(stop)
    return found


def _with_comment(
    stop: Stop,
    fact: UnknownFact,
    report: Report,
    assignments: Sequence[ast.stmt],
    settings: Settings,
) -> Stop:
    """Find the comment that removes a reason, by trying it."""
    calls = report.model.layer_calls
    consumer = next((c for c in calls if c.reason == fact.why and _is_open(c)), None)
    if consumer is None:
        return stop
    lines = report.source.lines()
    comment = f"# shape: {_proposed(consumer)}"
    for assignment in _candidates(fact, assignments):
        end = (assignment.end_lineno or assignment.lineno) - 1
        if "#" in lines[end]:
            continue
        changed = [*lines[:end], f"{lines[end]}  {comment}", *lines[end + 1 :]]
        again = analyze(replace(report.source, text="\n".join(changed)), settings, rules=()).model
        if _affected(again.layer_calls, fact) < _affected(calls, fact):
            return replace(
                stop,
                comment=f"{' '.join(lines[end].split())}  {comment}",
                comment_line=end + 1,
            )
    return stop


def _affected(calls: Sequence[LayerCall], fact: UnknownFact) -> int:
    return sum(call.reason == fact.why for call in calls)


def _is_open(consumer: LayerCall) -> bool:
    """Tell whether the shapes that go into a layer leave something open."""
    shapes = [spec.shape for spec in flatten_structure(consumer.inputs)]
    return any(shape.dims is None or any(map(is_unknown, shape.dims)) for shape in shapes)


def _proposed(consumer: LayerCall) -> str:
    """Write the shape that the first layer behind it needs, with words for what is open."""
    specs = flatten_structure(consumer.inputs)
    shape = specs[0].shape if specs and isinstance(specs[0], TensorSpec) else Shape(None)
    dims: Sequence[Dim | None] = shape.dims if shape.dims is not None else ()
    if not dims:
        schema = consumer.schema
        rank = (schema.rank or schema.min_rank or 2) if schema is not None else 2
        dims = (None,) * rank
    words = _AXES.get(len(dims), tuple(f"axis_{i}" for i in range(len(dims))))
    sizes = [_size(dim, word) for dim, word in zip(dims, words, strict=True)]
    return f"({sizes[0]},)" if len(sizes) == 1 else f"({', '.join(sizes)})"


def _size(dim: Dim | None, word: str) -> str:
    if dim is DYNAMIC:
        return "None"
    return str(dim) if dim is not None and is_known(dim) else word


def _candidates(fact: UnknownFact, assignments: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Give the assignments that may have brought an unknown value in, likely ones first."""
    line = fact.place.line if fact.place else None
    if line is None:
        return
    for one in assignments:
        if one.lineno <= line <= (one.end_lineno or one.lineno):
            yield one
    named = _CALLED.search(fact.why)
    if named is None:
        return
    for one in reversed(assignments):
        if one.lineno < line and _mentions(one, named[1]):
            yield one


def _mentions(statement: ast.stmt, name: str) -> bool:
    return any(
        name in (getattr(node, "id", None), getattr(node, "attr", None))
        for node in ast.walk(statement)
    )


def _assignments(source: SourceText) -> list[ast.stmt]:
    text = source.text if first_failure(source.text) is None else leave_out(source)[0]
    tree = ast.parse(text)
    found: list[ast.stmt] = [
        node for node in ast.walk(tree) if isinstance(node, ast.Assign | ast.AnnAssign)
    ]
    return sorted(found, key=lambda node: node.lineno)
