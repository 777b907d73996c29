"""``collections.namedtuple`` and ``types.SimpleNamespace``: small objects of settings."""

from __future__ import annotations

from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.elements import NAMED_ITEMS
from keras_lint.interpreter.handlers import handles
from keras_lint.interpreter.values import (
    Constant,
    External,
    ExternalObject,
    Partial,
    Tuple,
    Value,
)
from keras_lint.shapes import Unknown
from keras_lint.source import Span


@handles("collections.namedtuple")
def named_tuple(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a class of tuples with named items."""
    fields = arguments.get(1, "field_names")
    defaults = arguments.keywords.get("defaults", Tuple(()))
    if fields is None or arguments.rest is not None:
        return Unknown("a named tuple whose fields are not known", span)
    if isinstance(fields, Constant) and isinstance(fields.value, str):
        names = fields.value.replace(",", " ").split()
        fields = Tuple(tuple(Constant(name) for name in names))
    return Partial(External("collections.namedtuple.make"), (fields, defaults), {})


@handles("collections.namedtuple.make")
def make_tuple(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a tuple with named items: the class's fields and defaults come first."""
    if len(arguments.positional) < 2:
        return Unknown("a named tuple whose fields are not known", span)
    names, defaults = (run.iterate(value) for value in arguments.positional[:2])
    if isinstance(names, Unknown) or isinstance(defaults, Unknown):
        return Unknown("a named tuple whose fields are not known", span)
    given = arguments.positional[2:]
    made = ExternalObject("collections.namedtuple", span=span)
    items: list[Value] = []
    for index, name in enumerate(names):
        key = name.value if isinstance(name, Constant) else None
        behind = index - (len(names) - len(defaults))
        missing = arguments.rest or Unknown(f"`{key}` is not given", span)
        value = arguments.keywords.get(str(key), defaults[behind] if behind >= 0 else missing)
        value = given[index] if index < len(given) else value
        made.cells[key] = value
        items.append(value)
    made.cells[NAMED_ITEMS] = tuple(items)
    made.cells.update(dict(enumerate(items)))
    return made


@handles("types.SimpleNamespace")
def simple_namespace(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make an object with these attributes."""
    made = ExternalObject("types.SimpleNamespace", span=span)
    content: dict[Any, Value] = dict(arguments.keywords)
    made.cells.update(content)
    return made


@handles("builtins.vars")
def variables(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the attributes of an object as a dict, which is not followed."""
    return Unknown("the attributes of an object as a dict", span)
