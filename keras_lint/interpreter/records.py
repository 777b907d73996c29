"""Objects with named fields: named tuples, data classes, and their copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from keras_lint.interpreter.values import Constant, ExternalObject, Instance, Tuple, Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span

NAMED_ITEMS: Final = "%items"
"""The cell of a named tuple that holds its items."""

NAMED_FIELDS: Final = "_fields"
"""The cell of a named tuple that holds the names of its items."""


def fill_tuple(made: ExternalObject | Instance, items: Mapping[str, Value]) -> None:
    """Give a new named tuple its items."""
    made.cells.update(items)
    made.cells[NAMED_FIELDS] = Tuple(tuple(Constant(name) for name in items))
    made.cells[NAMED_ITEMS] = tuple(items.values())
    made.cells.update(dict(enumerate(items.values())))


def is_named_tuple(value: Value | None) -> bool:
    """Tell whether a value is a named tuple, of either way to declare one."""
    return isinstance(value, ExternalObject | Instance) and NAMED_ITEMS in value.cells


def fields_of(value: Value | None) -> dict[str, Value] | Unknown:
    """Give names and values of a named tuple, or of an object of the user's."""
    if isinstance(value, ExternalObject | Instance):
        if NAMED_ITEMS in value.cells:
            return {name.value: value.cells[name.value] for name in value.cells[NAMED_FIELDS].items}
        if isinstance(value, Instance):
            return {str(k): v for k, v in value.cells.items() if not str(k).startswith("%")}
    return Unknown("the fields of an object that is not followed")


def with_fields(made: Value, identity: int, items: Mapping[str, Value], span: Span) -> Value:
    """Make an object like another one with these fields."""
    if isinstance(made, Instance):
        copy: ExternalObject | Instance = Instance(made.cls, identity, span)
        copy.cells.update({k: v for k, v in made.cells.items() if str(k).startswith("%")})
    else:
        copy = ExternalObject("collections.namedtuple", span=span)
    if is_named_tuple(made):
        fill_tuple(copy, items)
    else:
        copy.cells.update(items)
    return copy
