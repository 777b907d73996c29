"""Builders that nobody calls: run once, with their defaults and open symbols for the rest."""

from __future__ import annotations

from collections.abc import Iterable

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import class_kind
from keras_lint.interpreter.functions import open_arguments
from keras_lint.interpreter.values import BoundMethod, Class, Function, Instance, Value
from keras_lint.source import Span

_WORTH = ("layers", "Sequential", "Model", "Dense", "Conv", "keras", "LSTM", "Input")


def run_uncalled_builders(
    run: Context, functions: Iterable[Function], classes: Iterable[Class], called: set[object]
) -> None:
    """Run every function and method of the file that no code in it has called."""
    for function in functions:
        if function.node not in called and function.owner is None and _worth_running(function):
            run.call_function(function, open_arguments(run, function), None)
    for cls in classes:
        methods = [m for m in cls.cells.values() if isinstance(m, Function)]
        if class_kind(cls) is None and not any(m.node in called for m in methods):
            _run_methods(run, cls, methods, called)


def _run_methods(run: Context, cls: Class, methods: list[Function], called: set[object]) -> None:
    if not any(_worth_running(method) for method in methods):
        return
    span: Span = cls.module.spans.of(cls.node)
    constructor = cls.cells.get("__init__")
    instance: Value = Instance(cls, run.new_identity(), span)
    if isinstance(constructor, Function):
        given = open_arguments(run, constructor, skip=1)
        run.call_function(constructor, Arguments((instance,), given.keywords), None)
    for method in methods:
        if method.node in called or method.name.startswith("__") or not _worth_running(method):
            continue
        static = method.kind == "static"
        receiver: Value = method if static else BoundMethod(method, instance).receiver
        given = open_arguments(run, method, skip=0 if static else 1)
        positional = () if static else (receiver,)
        run.call_function(method, Arguments(positional, given.keywords), None)


def _worth_running(function: Function) -> bool:
    text = function.node.as_string()
    return any(word in text for word in _WORTH)
