"""Python's builtins that run over items, ``functools.reduce`` and ``itertools``."""

from __future__ import annotations

import itertools

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.datasets_values import eager_element
from keras_lint.interpreter.handlers import handles
from keras_lint.interpreter.operators import apply_binary
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    Dataset,
    ExternalObject,
    List,
    Slice,
    Tuple,
    Value,
)
from keras_lint.shapes import Unknown
from keras_lint.source import Span


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
    """Take the first item that is left; only iterators can be asked."""
    source = arguments.get(0, "iterator")
    if isinstance(source, Dataset):
        return eager_element(source)
    state = source.cells.get(_COUNT) if isinstance(source, ExternalObject) else None
    if isinstance(source, ExternalObject) and isinstance(state, Tuple):
        number, step = state.items
        run.heap.set(source, _COUNT, Tuple((apply_binary(run, "+", number, step, span), step)))
        return number
    if isinstance(source, List) and isinstance(source.items, tuple) and source.items:
        first, *rest = source.items
        run.heap.set(source, "items", tuple(rest))
        return first
    if isinstance(source, List) and source.element is not None:
        return source.element
    return Unknown("the next item of an iterator", span)


@handles("itertools.count")
def count_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Count upwards without end."""
    start = arguments.get_or(0, "start", Constant(0))
    step = arguments.get_or(1, "step", Constant(1))
    counter = ExternalObject("itertools.count", span=span)
    counter.cells[_COUNT] = Tuple((start, step))
    return counter


_COUNT = "%count"
"""The cell of a counter with its next number and its step."""


@handles("builtins.slice")
def slice_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Make a slice object."""
    parts = [None if part == NONE else part for part in arguments.positional]
    if len(parts) == 1:
        return Slice(None, parts[0], None)
    return Slice(*[*parts, None][:3])


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


@handles("itertools.combinations")
def combinations_(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give all ways to take some of known items."""
    items, count = run.iterate(arguments.positional[0]), arguments.get(1, "r")
    if isinstance(items, Unknown) or not isinstance(count, Constant):
        return List(Unknown("combinations that are not known", span))
    return List([Tuple(row) for row in itertools.combinations(items, count.value)])
