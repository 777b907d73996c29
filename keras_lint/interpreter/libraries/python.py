"""Python's builtins, ``functools``, ``itertools``, ``copy``, ``math``."""

from __future__ import annotations

import builtins
import itertools
import math
from collections.abc import Mapping
from typing import Any

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import dim_value, is_layer, value_dim
from keras_lint.interpreter.elements import element_of
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.heap import MISSING
from keras_lint.interpreter.instances import set_attribute
from keras_lint.interpreter.operators import apply_binary
from keras_lint.interpreter.values import (
    NONE,
    Arguments,
    Class,
    Constant,
    Dataset,
    Dict,
    External,
    Function,
    Instance,
    Layer,
    List,
    Model,
    NumpyScalar,
    Partial,
    Range,
    Size,
    Slice,
    Super,
    Table,
    Tensor,
    Tuple,
    Value,
)
from keras_lint.shapes import Dim, Unknown, is_known, product
from keras_lint.source import Span


@handles(
    "builtins.print",
    "builtins.help",
    "builtins.input",
    "builtins.breakpoint",
    "pprint.pprint",
    "keras.utils.plot_model",
    "builtins.open",
)
def observe(run: Context, arguments: Arguments, span: Span) -> Value:
    return Unknown("what this gives", span)


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
        case Unknown():
            return Unknown(f"the length of something unknown: {value.why}", value.place or span)
    return Unknown("a length that is not known", span)


def _open(dim: Dim, span: Span) -> Value:
    return dim if isinstance(dim, Unknown) else dim_value(dim)


@handles("builtins.range")
def range_(run: Context, arguments: Arguments, span: Span) -> Value:
    parts = [value_dim(value) for value in arguments.positional]
    for part in parts:
        if not is_known(part):
            return part if isinstance(part, Unknown) else Unknown("a range of unknown length", span)
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
    if all(isinstance(item, Constant) for item in items) and not arguments.keywords:
        try:
            return List(sorted(items, key=lambda item: item.value))  # type: ignore[union-attr]
        except TypeError:
            pass
    return List(Unknown("the order of sorted items", span))


@handles(
    "builtins.list",
    "builtins.set",
    "builtins.frozenset",
    "builtins.iter",
)
def list_(run: Context, arguments: Arguments, span: Span) -> Value:
    if not arguments.positional:
        return List([])
    source = arguments.positional[0]
    if isinstance(source, Dataset):
        return source
    items = run.iterate(source)
    element = source.element if isinstance(source, List) else None
    return List(items, element)


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


@handles("builtins.int")
def int_(run: Context, arguments: Arguments, span: Span) -> Value:
    if not arguments.positional:
        return Constant(0)
    value = arguments.positional[0]
    match value:
        case Constant(constant):
            try:
                return Constant(int(constant))
            except (TypeError, ValueError, OverflowError):
                return Unknown("a number that cannot be read", span)
        case Size():
            return value
        case NumpyScalar(dim):
            return Constant(dim) if is_known(dim) else _size(dim)
        case Tensor(spec) if spec.content is not None and spec.content.elements:
            return _size(spec.content.elements[0])
        case Unknown():
            return value
    return Unknown("an integer that is not known", span)


def _size(dim: Dim) -> Value:
    if isinstance(dim, Unknown):
        return dim
    return Constant(dim) if is_known(dim) else Size(dim)


@handles_each(
    "builtins.float",
    "builtins.str",
    "builtins.bool",
    "builtins.repr",
    "builtins.abs",
    "builtins.round",
    "builtins.ord",
    "builtins.chr",
    "builtins.divmod",
    "builtins.pow",
    "builtins.format",
    "builtins.hex",
    "builtins.bin",
    "math.ceil",
    "math.floor",
    "math.sqrt",
    "math.log",
    "math.log2",
    "math.log10",
    "math.exp",
    "math.pow",
    "math.sin",
    "math.cos",
    "math.gcd",
    "math.prod",
)
def constant_function(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Call a pure function of Python on constants."""
    values = [v.value for v in arguments.positional if isinstance(v, Constant)]
    if len(values) != len(arguments.positional) or arguments.keywords or arguments.rest:
        first = arguments.positional[0] if arguments.positional else None
        if name == "math.prod" and first is not None:
            return _product(run, first, span)
        if name == "builtins.abs" and isinstance(first, Tensor):
            return first
        if isinstance(first, Unknown):
            return first
        return Unknown(f"`{name.removeprefix('builtins.')}` of something unknown", span)
    module, _, last = name.partition(".")
    function = getattr(math if module == "math" else builtins, last)
    try:
        result = function(*values)
    except Exception:
        return Unknown(f"`{last}` fails on these arguments", span)
    if isinstance(result, tuple):
        return Tuple(tuple(Constant(one) for one in result))
    return Constant(result)


def _product(run: Context, value: Value, span: Span) -> Value:
    items = run.iterate(value)
    if isinstance(items, Unknown):
        return items
    return _size(product(value_dim(item) for item in items))


@handles("builtins.sum")
def sum_(run: Context, arguments: Arguments, span: Span) -> Value:
    items = run.iterate(arguments.positional[0]) if arguments.positional else []
    if isinstance(items, Unknown):
        return items
    start = arguments.get(1, "start")
    total: Value = Constant(0) if start is None else start
    for item in items:
        total = apply_binary(run, "+", total, item, span)
    return total


@handles_each(
    "builtins.min",
    "builtins.max",
)
def extreme(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the smallest or largest of constants."""
    values = list(arguments.positional)
    if len(values) == 1:
        items = run.iterate(values[0])
        if isinstance(items, Unknown):
            return items
        values = items
    plain = [value.value for value in values if isinstance(value, Constant)]
    if len(plain) != len(values) or not plain or arguments.keywords:
        return Unknown("the extreme of values that are not known", span)
    try:
        return Constant(min(plain) if name.endswith("min") else max(plain))
    except TypeError:
        return Unknown("values that do not compare", span)


@handles_each(
    "builtins.any",
    "builtins.all",
)
def quantifier(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Give ``any`` or ``all`` of values whose truth is known."""
    items = run.iterate(arguments.positional[0]) if arguments.positional else []
    if isinstance(items, Unknown):
        return items
    truths = [run.truth(item) for item in items]
    decisive = name.endswith("any")
    if decisive in truths:
        return Constant(decisive)
    return Unknown("whether all hold", span) if None in truths else Constant(not decisive)


@handles("builtins.map")
def map_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Call a function on every item."""
    function, *sources = arguments.positional
    columns = [run.iterate(source) for source in sources]
    for column in columns:
        if isinstance(column, Unknown):
            return List(column)
    known = [column for column in columns if isinstance(column, list)]
    rows = zip(*known, strict=False)
    return List([run.call(function, Arguments(tuple(row)), span) for row in rows])


@handles("builtins.filter")
def filter_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Keep the items for which a function is true."""
    function, source = arguments.positional[:2]
    items = run.iterate(source)
    if isinstance(items, Unknown):
        return List(items)
    kept = []
    for item in items:
        truth = run.truth(
            item if function == NONE else run.call(function, Arguments((item,)), span)
        )
        if truth is None:
            return List(Unknown("the items that a filter keeps", span))
        if truth:
            kept.append(item)
    return List(kept)


@handles("builtins.next")
def next_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the first item: iterators are not tracked further."""
    source = arguments.get(0, "iterator")
    if isinstance(source, Dataset):
        return source.element
    return Unknown("the next item of an iterator", span)


@handles("builtins.slice")
def slice_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a slice object."""
    parts = [None if part == NONE else part for part in arguments.positional]
    if len(parts) == 1:
        return Slice(None, parts[0], None)
    return Slice(*[*parts, None][:3])


@handles("builtins.getattr")
def getattr_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give an attribute by a known name."""
    if len(arguments.positional) < 2 or not isinstance(arguments.positional[1], Constant):
        return Unknown("an attribute whose name is not known", span)
    value = run.attribute(arguments.positional[0], str(arguments.positional[1].value), span)
    if isinstance(value, Unknown) and len(arguments.positional) == 3:
        return Unknown("an attribute that may be missing", span)
    return value


@handles("builtins.setattr")
def setattr_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Set an attribute by a known name."""
    if len(arguments.positional) == 3 and isinstance(arguments.positional[1], Constant):
        owner, name, value = arguments.positional
        assert isinstance(name, Constant), "checked above"
        set_attribute(run, owner, str(name.value), value, span)
        return NONE
    run.escape(arguments.positional[:1], "an attribute of unknown name is set")
    return NONE


@handles("builtins.hasattr")
def hasattr_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Tell whether a user's object has an attribute."""
    if len(arguments.positional) == 2 and isinstance(arguments.positional[0], Instance):
        owner, name = arguments.positional
        if isinstance(name, Constant) and owner.cells.get(name.value, MISSING) is not MISSING:  # type: ignore[union-attr]
            return Constant(True)
    return Unknown("whether an attribute exists", span)


@handles("builtins.isinstance")
def isinstance_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Tell whether a value is of a type, for the types that are known."""
    if len(arguments.positional) != 2:
        return Unknown("whether a value is of a type", span)
    value, wanted = arguments.positional
    kinds = wanted.items if isinstance(wanted, Tuple) else (wanted,)
    answers = [_is_a(value, kind) for kind in kinds]
    if True in answers:
        return Constant(True)
    return Unknown("whether a value is of a type", span) if None in answers else Constant(False)


_PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "builtins.int": (int,),
    "builtins.float": (float,),
    "builtins.str": (str,),
    "builtins.bool": (bool,),
    "builtins.bytes": (bytes,),
}


def _is_a(value: Value, kind: Value) -> bool | None:
    if isinstance(kind, Class) and isinstance(value, Instance):
        return kind in value.cls.ancestors() or None
    if not isinstance(kind, External) or isinstance(value, Unknown):
        return None
    match value:
        case Constant(constant):
            if kind.name in _PYTHON_TYPES:
                return isinstance(constant, _PYTHON_TYPES[kind.name])
            return False if kind.name.startswith("builtins.") else None
        case List():
            return {"builtins.list": True, "builtins.set": None}.get(kind.name, False)
        case Tuple():
            return kind.name == "builtins.tuple"
        case Dict():
            return True if kind.name == "builtins.dict" else None
        case Function() | Layer() | Model():
            if kind.name.startswith("builtins."):
                return False
            if isinstance(value, Layer):
                return value.schema.keras_name == kind.name or (
                    True if kind.name == "keras.layers.Layer" else None
                )
    return None


@handles("builtins.callable")
def callable_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Tell whether a value can be called."""
    value = arguments.get(0, "obj")
    if (value is not None and is_layer(value)) or isinstance(value, Function | Class):
        return Constant(True)
    if isinstance(value, Constant):
        return Constant(False)
    return Unknown("whether a value can be called", span)


@handles("builtins.type")
def type_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the class of a user's object."""
    value = arguments.get(0, "obj")
    return value.cls if isinstance(value, Instance) else Unknown("the type of a value", span)


@handles("functools.partial")
def partial_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a partial function."""
    if not arguments.positional or arguments.rest is not None:
        return Unknown("a partial function", span)
    return Partial(arguments.positional[0], arguments.positional[1:], dict(arguments.keywords))


@handles("functools.reduce")
def reduce_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Fold a function over known items."""
    function, source = arguments.positional[:2]
    items = run.iterate(source)
    if isinstance(items, Unknown):
        return items
    if len(arguments.positional) == 3:
        items = [arguments.positional[2], *items]
    if not items:
        return Unknown("a fold over nothing", span)
    total = items[0]
    for item in items[1:]:
        total = run.call(function, Arguments((total, item)), span)
    return total


@handles("itertools.chain")
def chain_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Put iterables one after another."""
    found: list[Value] = []
    for source in arguments.positional:
        items = run.iterate(source)
        if isinstance(items, Unknown):
            return List(items)
        found.extend(items)
    return List(found)


@handles("itertools.product")
def product_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give all combinations of known items."""
    columns = [run.iterate(source) for source in arguments.positional]
    known = [column for column in columns if isinstance(column, list)]
    if len(known) < len(columns) or arguments.keywords:
        return List(Unknown("combinations that are not known", span))
    return List([Tuple(row) for row in itertools.product(*known)])


@handles(
    "copy.copy",
    "copy.deepcopy",
)
def copy_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Copy a container; other values stay themselves."""
    value = arguments.get(0, "x")
    match value:
        case None:
            return NONE
        case List(items=items, element=element):
            return List(items, element)
        case Dict(items=entries):
            return Dict(entries)
        case Constant() | Tuple() | Tensor() | Size():
            return value
    return Unknown("a copy of an object", span)


@handles("operator.itemgetter")
def itemgetter(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give a function that takes an item."""
    return Unknown("an item getter", span)


@handles("builtins.super")
def super_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make ``super(Class, self)``."""
    if len(arguments.positional) == 2 and isinstance(arguments.positional[0], Class):
        return Super(arguments.positional[0], arguments.positional[1])
    return Unknown("`super()` outside a method", span)


@handles("builtins.object")
def object_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a plain object."""
    return Unknown("a plain object", span)
