"""Sets: their members are known only where Python can tell them apart here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.values import NONE, Constant, List, Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span


class Set(List):
    """A set; its cell ``items`` holds each member once, or ``Unknown``."""

    __slots__ = ()


def make_set(items: Sequence[Value] | Unknown, element: Value | None = None) -> Set:
    """Make a set of values, which count once where they are equal."""
    return Set(_members(items), element)


def _members(items: Sequence[Value] | Unknown) -> tuple[Value, ...] | Unknown:
    if isinstance(items, Unknown):
        return items
    if len(items) > 1 and not all(isinstance(item, Constant) for item in items):
        return Unknown("a set of values of which some may be equal")
    found = {item.value if isinstance(item, Constant) else id(item): item for item in items}
    return tuple(found.values())


def call_method(run: Context, owner: Set, name: str, arguments: Arguments, span: Span) -> Value:
    """Call a method of a set; one that is not known may have changed it."""
    change, operator = _CHANGES.get(name), _OPERATORS.get(name)
    others = [run.iterate(other) for other in arguments.positional]
    if name in ("add", "discard", "remove"):
        others = [list(arguments.positional)]
    if name == "clear":
        run.heap.set(owner, "items", ())
        return NONE
    if name == "copy":
        return Set(owner.items, owner.element)
    if operator is not None:
        return combine(operator, owner.items, *others)
    items = combine(change, owner.items, *others).items if change else None
    run.heap.set(owner, "items", Unknown(f"`.{name}()` of a set", span) if items is None else items)
    return NONE if change else Unknown(f"`.{name}()` of a set", span)


def combine(operator: str, first: Sequence[Value] | Unknown, *others: list[Value] | Unknown) -> Set:
    """Give the set that ``|``, ``&``, ``-`` or ``^`` makes of several."""
    members = _members(first)
    for other in map(_members, others):
        if isinstance(members, Unknown):
            return Set(members)
        if isinstance(other, Unknown):
            return Set(other)
        if not all(isinstance(item, Constant) for item in (*members, *other)):
            return Set(Unknown("a set of values of which some may be equal"))
        members = tuple(_COMBINATIONS[operator](members, other))
    return Set(members)


def _values(items: Sequence[Value]) -> set[object]:
    return {item.value for item in items if isinstance(item, Constant)}


def _without(left: Sequence[Value], right: Sequence[Value], inside: bool) -> list[Value]:
    values = _values(right)
    return [x for x in left if isinstance(x, Constant) and (x.value in values) == inside]


_COMBINATIONS: dict[str, Callable[[Sequence[Value], Sequence[Value]], list[Value]]] = {
    "|": lambda left, right: [*left, *_without(right, left, inside=False)],
    "&": lambda left, right: _without(left, right, inside=True),
    "-": lambda left, right: _without(left, right, inside=False),
    "^": lambda left, right: [
        *_without(left, right, inside=False),
        *_without(right, left, inside=False),
    ],
}
_OPERATORS = {
    "union": "|",
    "intersection": "&",
    "difference": "-",
    "symmetric_difference": "^",
}
_CHANGES = {
    "add": "|",
    "update": "|",
    "discard": "-",
    "remove": "-",
    "difference_update": "-",
    "intersection_update": "&",
}
