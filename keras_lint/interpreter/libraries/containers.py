"""Python's builtins that make and measure containers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from keras_lint.interpreter.attribute_dicts import with_attributes
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import dim_value, value_dim
from keras_lint.interpreter.default_dicts import DefaultDict
from keras_lint.interpreter.elements import element_of
from keras_lint.interpreter.handlers import handles
from keras_lint.interpreter.positions import OpenRange
from keras_lint.interpreter.presets import assumed
from keras_lint.interpreter.sets import make_set
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    Dataset,
    Dict,
    Instance,
    List,
    Range,
    Table,
    Tuple,
    Value,
)
from keras_lint.shapes import Dim, Unknown, is_known
from keras_lint.source import Span


@handles("builtins.len")
def length(run: Context, arguments: Arguments, span: Span) -> Value:
    value = arguments.get(0, "obj")
    match value:
        case Tensor(spec) if spec.shape.rank:
            return (
                dim_value(spec.shape[0]) if is_known(spec.shape[0]) else _open(spec.shape[0], span)
            )
        case Table():
            return dim_value(value.length)
        case Dataset(length=dim):
            return dim_value(dim) if is_known(dim) else Unknown("the length of a dataset", span)
        case Dict(items=entries):
            return entries if isinstance(entries, Unknown) else Constant(len(entries))
        case Constant(str() | bytes() as text):
            return Constant(len(text))
        case Range(start, stop, step):
            return Constant(len(range(start, stop, step)))
        case Tuple() | List():
            items = run.iterate(value)
            return items if isinstance(items, Unknown) else Constant(len(items))
        case Instance():
            return run.call(run.attribute(value, "__len__", span), Arguments(), span)
        case Unknown():
            return Unknown(f"the length of something unknown: {value.why}", value.place or span)
    return Unknown("a length that is not known", span)


def _open(dim: Dim, span: Span) -> Value:
    return dim if isinstance(dim, Unknown) else dim_value(dim)


@handles("builtins.range")
def range_(run: Context, arguments: Arguments, span: Span) -> Value:
    parts = [value_dim(assumed(value)) for value in arguments.positional]
    for part in parts:
        if not is_known(part):
            why = part if isinstance(part, Unknown) else Unknown("a range of unknown length", span)
            return OpenRange(why.why, why.place)
    numbers = [part for part in parts if isinstance(part, int)]
    try:
        made = range(*numbers)
    except (TypeError, ValueError):
        return Unknown("a range that Python refuses", span)
    return Range(made.start, made.stop, made.step)


@handles("builtins.enumerate")
def enumerate_(run: Context, arguments: Arguments, span: Span) -> Value:
    source = arguments.get(0, "iterable")
    if source is None:
        return Unknown("an enumeration of nothing", span)
    start = arguments.get(1, "start")
    first = start.value if isinstance(start, Constant) else 0
    items = run.iterate(source)
    if isinstance(items, Unknown):
        element = element_of(run, source, items)
        return List(items, Tuple((Unknown("an index", span), element)))
    return List([Tuple((Constant(first + i), item)) for i, item in enumerate(items)])


@handles("builtins.zip")
def zip_(run: Context, arguments: Arguments, span: Span) -> Value:
    columns = [run.iterate(value) for value in arguments.positional]
    for column in columns:
        if isinstance(column, Unknown):
            return List(column)
    known = [column for column in columns if isinstance(column, list)]
    return List([Tuple(row) for row in zip(*known, strict=False)])


@handles("builtins.reversed")
def reversed_(run: Context, arguments: Arguments, span: Span) -> Value:
    items = run.iterate(arguments.positional[0]) if arguments.positional else []
    return List(items if isinstance(items, Unknown) else items[::-1])


@handles("builtins.sorted")
def sorted_(run: Context, arguments: Arguments, span: Span) -> Value:
    items = run.iterate(arguments.positional[0]) if arguments.positional else []
    if isinstance(items, Unknown):
        return List(items)
    key = arguments.keywords.get("key", NONE)
    backwards = run.truth(arguments.keywords.get("reverse", Constant(False)))
    keys = [item if key == NONE else run.call(key, Arguments((item,)), span) for item in items]
    ranks = [_sort_rank(value) for value in keys]
    try:
        order = sorted(range(len(items)), key=lambda index: ranks[index], reverse=bool(backwards))
        if backwards is not None and None not in ranks:
            return List([items[index] for index in order])
    except TypeError:
        pass
    return List(Unknown("the order of sorted items", span))


def _sort_rank(value: Value) -> Any:
    """Give what Python sorts by: a constant, or the part of a tuple that is constant.

    The rest of a tuple is never looked at, unless two tuples begin alike; such ties sort
    nothing, for ``_Tie`` has no order.
    """
    if isinstance(value, Constant):
        return (value.value,)
    if not isinstance(value, Tuple) or not value.items:
        return None
    return tuple(x.value if isinstance(x, Constant) else _Tie() for x in value.items)


class _Tie:
    """Something whose order is not known: comparing it raises ``TypeError``."""

    __slots__ = ()


@handles("builtins.set", "builtins.frozenset")
def set_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a set of the items of something."""
    found = list_(run, arguments, span)
    return make_set(found.items, found.element) if isinstance(found, List) else found


@handles("builtins.list", "builtins.iter")
def list_(run: Context, arguments: Arguments, span: Span) -> Value:
    if not arguments.positional:
        return List([])
    source = arguments.positional[0]
    if isinstance(source, Dataset):
        return source
    if isinstance(source, Tensor | Table) and source.spec.shape.rank:
        items = run.iterate(source)
        return List(items, element_of(run, source, Unknown("an item of an array", span)))
    items = run.iterate(source)
    element = source.element if isinstance(source, List) else None
    return List(items, element)


@handles("collections.defaultdict")
def default_dict(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a dict with a factory; one that starts with entries is not followed."""
    if len(arguments.positional) != 1 or arguments.keywords or arguments.rest is not None:
        return Dict(Unknown("a `defaultdict` with entries", span))
    return DefaultDict(arguments.positional[0])


@handles("builtins.tuple")
def tuple_(run: Context, arguments: Arguments, span: Span) -> Value:
    if not arguments.positional:
        return Tuple(())
    items = run.iterate(arguments.positional[0])
    return items if isinstance(items, Unknown) else Tuple(tuple(items))


@handles(
    "builtins.dict",
    "collections.OrderedDict",
)
def dict_(run: Context, arguments: Arguments, span: Span) -> Value:
    entries: dict[Any, Value] = {}
    if arguments.rest is not None:
        return Dict(arguments.rest)
    for source in arguments.positional[:1]:
        if isinstance(source, Dict):
            if isinstance(source.items, Unknown):
                return Dict(source.items)
            entries.update(source.items)
            continue
        if isinstance(source, Table) and isinstance(source.columns, Mapping):
            entries.update({key: Tensor(s, "numpy") for key, s in source.columns.items()})
            continue
        pairs = run.iterate(source)
        if isinstance(pairs, Unknown):
            return Dict(pairs)
        for pair in pairs:
            if not isinstance(pair, Tuple) or not isinstance(pair.items[0], Constant):
                return Dict(Unknown("a dict with an unknown key", span))
            entries[pair.items[0].value] = pair.items[1]
    entries.update(arguments.keywords)
    return Dict(entries)


@handles(
    "easydict.EasyDict",
    "attrdict.AttrDict",
    "addict.Dict",
    "munch.Munch",
    "box.Box",
    "dotmap.DotMap",
    "ml_collections.ConfigDict",
)
def easy_dict(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a dict of which the items are attributes, in the dicts within it as well."""
    return with_attributes(dict_(run, arguments, span))
