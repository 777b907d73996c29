"""``__new__``: objects of the user's before their constructor runs, and named tuples."""

from __future__ import annotations

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.records import fields_of, fill_tuple
from keras_lint.interpreter.values import Class, External, Function, Instance, Partial, Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span

_NAMED_TUPLE = External("collections.namedtuple.make")


def bare_object(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give what ``super().__new__(cls, ...)`` does: an object, or a named tuple of its items."""
    cls = arguments.get(0, "cls")
    if not isinstance(cls, Class):
        return Unknown("an object of a class that is not followed", span)
    instance = Instance(cls, run.new_identity(), span)
    base = _named_tuple_base(cls)
    if base is None:
        return instance
    rest = Arguments(arguments.positional[1:], arguments.keywords, arguments.rest)
    fields = fields_of(run.call(base, rest, span))
    if isinstance(fields, Unknown):
        return fields
    fill_tuple(instance, fields)
    return instance


def created(
    run: Context, cls: Class, maker: Value | None, arguments: Arguments, span: Span
) -> Value | None:
    """Give the object that a class makes by its ``__new__`` or as a named tuple, else None."""
    given = Arguments((cls, *arguments.positional), arguments.keywords, arguments.rest)
    if isinstance(maker, Function):
        return run.call_function(maker, given, span)
    return None if _named_tuple_base(cls) is None else bare_object(run, given, span)


def _named_tuple_base(cls: Class) -> Partial | None:
    for ancestor in cls.ancestors():
        if isinstance(ancestor, Partial) and ancestor.function == _NAMED_TUPLE:
            return ancestor
    return None
