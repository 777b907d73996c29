"""Small objects of settings: named tuples, copies of data classes, ``types.SimpleNamespace``."""

from __future__ import annotations

from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.handlers import handles
from keras_lint.interpreter.object_dicts import ObjectDict
from keras_lint.interpreter.records import fields_of, fill_tuple, with_fields
from keras_lint.interpreter.values import (
    Constant,
    Dict,
    External,
    ExternalObject,
    Instance,
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
    items: dict[str, Value] = {}
    for index, name in enumerate(names):
        key = str(name.value) if isinstance(name, Constant) else ""
        behind = index - (len(names) - len(defaults))
        missing = arguments.rest or Unknown(f"`{key}` is not given", span)
        value = arguments.keywords.get(key, defaults[behind] if behind >= 0 else missing)
        items[key] = given[index] if index < len(given) else value
    made = ExternalObject("collections.namedtuple", span=span)
    fill_tuple(made, items)
    return made


@handles(
    "collections.namedtuple._replace",
    "typing.NamedTuple._replace",
    "dataclasses.replace",
)
def replace(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make an object with other values for some fields."""
    made = arguments.get(0, "obj")
    items = fields_of(made)
    if made is None or isinstance(items, Unknown):
        return Unknown("a copy of an object that is not followed", span)
    if arguments.rest is not None:
        items = dict.fromkeys(items, arguments.rest)
    return with_fields(made, run.new_identity(), {**items, **arguments.keywords}, span)


@handles(
    "collections.namedtuple._asdict",
    "typing.NamedTuple._asdict",
    "dataclasses.asdict",
)
def as_dict(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give names and values as a dict."""
    items = fields_of(arguments.get(0, "obj"))
    return Dict(Unknown(items.why, span) if isinstance(items, Unknown) else dict(items))


@handles("builtins.vars")
def vars_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the attributes of an object; what is put into the dict becomes one."""
    owner = arguments.get(0, "object")
    made = as_dict(run, arguments, span)
    if isinstance(owner, Instance) and isinstance(made, Dict):
        return ObjectDict(made.items, owner)
    return made


@handles("dataclasses.astuple")
def as_tuple(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the values as a tuple."""
    items = fields_of(arguments.get(0, "obj"))
    return Unknown(items.why, span) if isinstance(items, Unknown) else Tuple(tuple(items.values()))


@handles("collections.namedtuple.make._make")
def make_from_items(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a tuple from the items of a sequence; the class comes first."""
    cls, given = arguments.get(0, "cls"), arguments.get(1, "iterable")
    items = Unknown("no items", span) if given is None else run.iterate(given)
    if isinstance(items, Unknown) or not isinstance(cls, Partial):
        return Unknown("a named tuple of items that are not known", span)
    return make_tuple(run, Arguments((*cls.positional, *items)), span)


@handles("types.SimpleNamespace")
def simple_namespace(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make an object with these attributes."""
    made = ExternalObject("types.SimpleNamespace", span=span)
    content: dict[Any, Value] = dict(arguments.keywords)
    made.cells.update(content)
    return made
