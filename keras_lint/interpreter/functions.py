"""Calling functions of the user's: parameters bound, the body run in a frame of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from astroid import nodes

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Activation, Context
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    Dict,
    External,
    Frame,
    Function,
    List,
    Size,
    Tuple,
    Value,
)
from keras_lint.shapes import Polynomial, Symbol, Unknown
from keras_lint.source import Span

_TRANSPARENT = {
    "staticmethod", "classmethod", "property", "cached_property", "lru_cache", "cache", "wraps",
    "function", "tf_function", "jit", "no_grad", "override", "abstractmethod", "contextmanager",
    "register_keras_serializable", "overload", "final", "autograph",
}  # fmt: skip

_RECURSION = 3
"""How often a function may be entered again by itself."""
_COUNTED_RECURSION = 8
"""The same for one that makes layers at every level and counts the levels: a nested U-Net."""


def decorate(run: Context, node: nodes.FunctionDef, function: Function, frame: Frame) -> Value:
    """Apply the decorators of a function, those that do not change the result for nothing."""
    if node.decorators is None:
        return function
    value: Value = function
    for decorator in reversed(node.decorators.nodes):
        name = _decorator_name(decorator)
        if name == "staticmethod":
            value = _with_kind(value, "static")
        elif name == "classmethod":
            value = _with_kind(value, "class")
        elif name in ("property", "cached_property"):
            value = _with_kind(value, "property")
        elif name in ("setter", "deleter"):
            return frame.cells.get(node.name, value)  # type: ignore[no-any-return]
        elif name not in _TRANSPARENT:
            value = _apply_decorator(run, decorator, value, frame)
    return value


def _apply_decorator(run: Context, node: nodes.NodeNG, value: Value, frame: Frame) -> Value:
    decorator = run.evaluate(node, frame)
    if isinstance(decorator, Function):
        return run.call(decorator, Arguments((value,)), frame.module.spans.of(node))
    # A decorator of a library is taken to keep what the function computes.
    return value if not isinstance(decorator, Unknown) else decorator


def _decorator_name(node: nodes.NodeNG) -> str:
    if isinstance(node, nodes.Call):
        node = node.func
    return str(getattr(node, "attrname", None) or getattr(node, "name", ""))


def _with_kind(value: Value, kind: Any) -> Value:
    if isinstance(value, Function):
        return Function(value.node, value.frame, value.defaults, value.owner, kind)
    return value


def call_function(
    run: Context,
    function: Function,
    arguments: Arguments,
    span: Span | None,
    owner: str | None = None,
) -> Value:
    """Run a function of the user's on arguments and give what it returns."""
    if len(run.activations) > run.settings.max_depth:
        run.escape(arguments.all(), "a call that is too deep")
        return Unknown("calls inside one another beyond keras-max-depth", span)
    if not run.step():
        run.escape(arguments.all(), "the step budget is used up")
        return Unknown("the step budget is used up (keras-max-steps)", span)
    frame = Frame("function", function.frame.module, function.frame)
    frame.owner = function.owner
    bind_parameters(run, function, arguments, frame, span)
    if _recursion(run, function, frame):
        run.escape(arguments.all(), "a recursive call")
        return Unknown(f"`{function.name}` calls itself", span)
    activation = Activation(function, frame, run.heap.mark(), span, owner=owner)
    activation.earlier_calls = len(run.facts.layer_calls)
    run.activations.append(activation)
    try:
        if isinstance(function.node, nodes.Lambda) and not isinstance(
            function.node, nodes.FunctionDef
        ):
            result = run.evaluate(function.node.body, frame)
        else:
            result = _run_body(run, function.node.body, frame, activation)
    finally:
        run.activations.pop()
        run.heap.release()
    if activation.yields:
        return List(activation.yields)
    return result


def _recursion(run: Context, function: Function, frame: Frame) -> bool:
    """Tell whether a function calls itself too often: more where it counts, and makes layers."""
    # A closure that is made anew for each call is not the same function again.
    same = [
        a
        for a in run.activations
        if a.function is not None
        and a.function.node is function.node
        and a.function.frame is function.frame
    ]
    if len(same) <= _RECURSION:
        return False
    if len(same) > _COUNTED_RECURSION or len(run.facts.layer_calls) == same[0].earlier_calls:
        return True
    frames = [*(a.frame for a in same), frame]
    counts = ([_count(f.cells.get(name)) for f in frames] for name in frame.cells)
    return not any(None not in c and len(set(c[:-1])) == len(same) for c in counts)


def _count(value: Value | None) -> int | None:
    """Give a number that a recursion may count by: an integer, or the length of a sequence."""
    if isinstance(value, Constant) and type(value.value) is int:
        return value.value
    if isinstance(value, List | Tuple) and not isinstance(value.items, Unknown):
        return len(value.items)
    return None


def _run_body(
    run: Context, body: Sequence[nodes.NodeNG], frame: Frame, activation: Activation
) -> Value:
    falls_through = run.execute(body, frame)
    returns = activation.returns
    if falls_through:
        returns.append((run.heap.delta(activation.mark), NONE))
    if not returns:
        return Unknown("a function that never returns", activation.call_span)
    why = f"depends on the path through `{activation.function.name if activation.function else ''}`"
    run.heap.rollback(activation.mark)
    run.heap.join([delta for delta, _ in returns], lambda c: run.join_values(c, why))
    values = [value for _, value in returns]
    result: Value = values[0] if len(values) == 1 else run.join_values(values, why)
    return result


def bind_parameters(
    run: Context, function: Function, arguments: Arguments, frame: Frame, span: Span | None
) -> None:
    """Bind the parameters of a function in its new frame, as Python's call does."""
    parameters = function.node.args
    names = [p.name for p in (*(parameters.posonlyargs or ()), *(parameters.args or ()))]
    keyword_only = [p.name for p in parameters.kwonlyargs or ()]
    for name, value in zip(names, arguments.positional, strict=False):
        frame.cells[name] = value
    if parameters.vararg is not None:
        extra = arguments.positional[len(names) :]
        rest = arguments.rest
        frame.cells[parameters.vararg] = Tuple(tuple(extra)) if rest is None else rest
    surplus: dict[Any, Value] = {}
    for key, value in arguments.keywords.items():
        if key in names or key in keyword_only:
            frame.cells[key] = value
        else:
            surplus[key] = value
    if parameters.kwarg is not None:
        frame.cells[parameters.kwarg] = Dict(surplus if arguments.rest is None else arguments.rest)
    for name in [*names, *keyword_only]:
        if name in frame.cells:
            continue
        if arguments.rest is not None:
            frame.cells[name] = arguments.rest
        elif name in function.defaults:
            frame.cells[name] = function.defaults[name]
        else:
            frame.cells[name] = Unknown(f"the argument `{name}` is missing", span)


def open_arguments(run: Context, function: Function, skip: int = 0) -> Arguments:
    """Give arguments for a builder that nobody calls: its defaults, else open symbols."""
    parameters = function.node.args
    names = [*(parameters.posonlyargs or ()), *(parameters.args or ())][skip:]
    keywords: dict[str, Value] = {}
    for parameter in [*names, *(parameters.kwonlyargs or ())]:
        if parameter.name not in function.defaults:
            span = function.frame.module.spans.of(parameter)
            symbol = Symbol(str(span), parameter.name)
            keywords[parameter.name] = Size(Polynomial.of(symbol), open=True)
    return Arguments((), keywords)


def is_callable(value: Value) -> bool:
    """Tell whether a value is a function of the user's or of a library."""
    return isinstance(value, Function | External) and not isinstance(value, Constant)
