"""Comprehensions and generator expressions, unrolled where what they run over is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from astroid import nodes

from keras_lint.interpreter.bindings import bind_target
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.elements import element_of
from keras_lint.interpreter.sets import make_set
from keras_lint.interpreter.values import Constant, Dict, Frame, List, Range, Value
from keras_lint.shapes import Unknown


def list_comprehension(run: Context, node: Any, frame: Frame) -> Value:
    """Evaluate ``[element for ...]``; generators are taken as lists."""
    inner = _inner_frame(frame)
    found: list[Value] = []
    unknown = _run(
        run, node.generators, 0, inner, lambda: found.append(run.evaluate(node.elt, inner))
    )
    if unknown is None:
        return List(found)
    element: Value | None = None
    if found:
        element = run.join_values(found, unknown.why)
    return List(unknown, element)


def set_comprehension(run: Context, node: nodes.SetComp, frame: Frame) -> Value:
    """Evaluate ``{element for ...}``."""
    found = list_comprehension(run, node, frame)
    return make_set(found.items, found.element) if isinstance(found, List) else found


def dict_comprehension(run: Context, node: nodes.DictComp, frame: Frame) -> Value:
    """Evaluate ``{key: value for ...}``."""
    inner = _inner_frame(frame)
    found: list[tuple[Value, Value]] = []
    unknown = _run(
        run,
        node.generators,
        0,
        inner,
        lambda: found.append((run.evaluate(node.key, inner), run.evaluate(node.value, inner))),
    )
    if unknown is not None:
        return Dict(unknown)
    entries: dict[Any, Value] = {}
    for key, value in found:
        if not isinstance(key, Constant):
            return Dict(Unknown("a dict with an unknown key"))
        entries[key.value] = value
    return Dict(entries)


def _inner_frame(frame: Frame) -> Frame:
    inner = Frame("function", frame.module, frame)
    inner.owner = frame.owner
    return inner


def _run(
    run: Context, generators: list[Any], depth: int, inner: Frame, emit: Callable[[], None]
) -> Unknown | None:
    """Run the generators; give the reason if the number of results is not known."""
    if depth == len(generators):
        emit()
        return None
    generator = generators[depth]
    source = run.evaluate(generator.iter, inner)
    items = run.iterate(source)
    unknown: Unknown | None = None
    if isinstance(items, Unknown):
        unknown = items
        items = [element_of(run, source, items)]
    elif len(items) > run.settings.max_unroll:
        unknown = Unknown("a comprehension over very many items")
        items = [element_of(run, source, unknown)] if isinstance(source, Range) else items[:1]
    for item in items:
        bind_target(run, generator.target, item, inner)
        truths = [run.truth(run.evaluate(test, inner)) for test in generator.ifs]
        if False in truths:
            continue
        if None in truths:
            unknown = Unknown("a comprehension with an unknown condition")
        nested = _run(run, generators, depth + 1, inner, emit)
        unknown = nested if unknown is None else unknown
    return unknown
