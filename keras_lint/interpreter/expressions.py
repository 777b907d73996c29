"""Expressions: from a syntax node to a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from astroid import nodes

from keras_lint.interpreter import (
    comparisons,
    comprehensions,
    operators,
    subscripts,
    version_conditions,
)
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.presets import assumed
from keras_lint.interpreter.scopes import lookup
from keras_lint.interpreter.sets import make_set
from keras_lint.interpreter.values import (
    NONE,
    Constant,
    Dict,
    Frame,
    Function,
    List,
    Slice,
    Tuple,
    Value,
)
from keras_lint.shapes import Unknown
from keras_lint.source import Span

Evaluator = Callable[[Context, Any, Frame], Value]


def evaluate(run: Context, node: nodes.NodeNG, frame: Frame) -> Value:
    """Give the value of an expression; where it cannot be known, ``Unknown`` with the reason."""
    evaluator = _EVALUATORS.get(type(node).__name__)
    if evaluator is None:
        return Unknown(f"a {type(node).__name__} expression", frame.module.spans.of(node))
    if not run.step():
        return Unknown("the step budget is used up (keras-max-steps)", frame.module.spans.of(node))
    return evaluator(run, node, frame)


def _constant(run: Context, node: nodes.Const, frame: Frame) -> Value:
    return Constant(node.value)


def _name(run: Context, node: nodes.Name, frame: Frame) -> Value:
    return lookup(run, node.name, frame, frame.module.spans.of(node))


def _attribute(run: Context, node: nodes.Attribute, frame: Frame) -> Value:
    value = run.evaluate(node.expr, frame)
    return run.attribute(value, node.attrname, frame.module.spans.of(node))


def _call(run: Context, node: nodes.Call, frame: Frame) -> Value:
    if (
        isinstance(node.func, nodes.Name)
        and node.func.name in ("super", "locals")
        and not node.args
    ):
        special = operators.implicit_super(run, frame) if node.func.name == "super" else None
        if special is not None:
            return special
    function = run.evaluate(node.func, frame)
    arguments = evaluate_arguments(run, node, frame)
    return run.call(function, arguments, frame.module.spans.of(node))


def evaluate_arguments(run: Context, node: nodes.Call, frame: Frame) -> Arguments:
    """Evaluate the arguments of a call, unpacking ``*`` and ``**`` of known length."""
    spans = frame.module.spans
    positional: list[Value] = []
    positional_spans: list[Span] = []
    keywords: dict[str, Value] = {}
    keyword_spans: dict[str, Span] = {}
    rest: Unknown | None = None
    for argument in node.args:
        if isinstance(argument, nodes.Starred):
            items = run.iterate(run.evaluate(argument.value, frame))
            if isinstance(items, Unknown):
                rest = items
                continue
            positional.extend(items)
            positional_spans.extend([spans.of(argument)] * len(items))
            continue
        positional.append(run.evaluate(argument, frame))
        positional_spans.append(spans.of(argument))
    for keyword in node.keywords:
        value = run.evaluate(keyword.value, frame)
        if keyword.arg is not None:
            keywords[keyword.arg] = value
            keyword_spans[keyword.arg] = spans.of(keyword)
            continue
        entries = value.items if isinstance(value, Dict) else Unknown("unknown keyword arguments")
        if isinstance(entries, Unknown):
            rest = entries
            continue
        for key, item in entries.items():
            keywords[str(key)] = item
            keyword_spans[str(key)] = spans.of(keyword)
    return Arguments(tuple(positional), keywords, rest, tuple(positional_spans), keyword_spans)


def _sequence(run: Context, node: Any, frame: Frame) -> list[Value] | Unknown:
    items: list[Value] = []
    for element in node.elts:
        if isinstance(element, nodes.Starred):
            unpacked = run.iterate(run.evaluate(element.value, frame))
            if isinstance(unpacked, Unknown):
                return unpacked
            items.extend(unpacked)
        else:
            items.append(run.evaluate(element, frame))
    return items


def _tuple(run: Context, node: nodes.Tuple, frame: Frame) -> Value:
    items = _sequence(run, node, frame)
    return items if isinstance(items, Unknown) else Tuple(tuple(items))


def _list(run: Context, node: nodes.List, frame: Frame) -> Value:
    return List(_sequence(run, node, frame))


def _set(run: Context, node: nodes.Set, frame: Frame) -> Value:
    return make_set(_sequence(run, node, frame))


def _dict(run: Context, node: nodes.Dict, frame: Frame) -> Value:
    entries: dict[Any, Value] = {}
    for key_node, value_node in node.items:
        value = run.evaluate(value_node, frame)
        if isinstance(key_node, nodes.DictUnpack):
            if not isinstance(value, Dict) or isinstance(value.items, Unknown):
                return Dict(Unknown("a dict with unknown parts"))
            entries.update(value.items)
            continue
        key = run.evaluate(key_node, frame)
        if not isinstance(key, Constant):
            return Dict(Unknown("a dict with an unknown key"))
        entries[key.value] = value
    return Dict(entries)


def _lambda(run: Context, node: nodes.Lambda, frame: Frame) -> Value:
    return Function(node, frame, default_values(run, node, frame), frame.owner)


def default_values(
    run: Context, node: nodes.FunctionDef | nodes.Lambda, frame: Frame
) -> dict[str, Value]:
    """Evaluate the default values of a function's parameters, once, where it is defined."""
    parameters = node.args
    found: dict[str, Value] = {}
    names = [*(parameters.posonlyargs or ()), *(parameters.args or ())]
    defaults = list(parameters.defaults or ())
    for name, default in zip(names[len(names) - len(defaults) :], defaults, strict=True):
        found[name.name] = run.evaluate(default, frame)
    keyword_only = zip(parameters.kwonlyargs or (), parameters.kw_defaults or (), strict=False)
    for name, default in keyword_only:
        if default is not None:
            found[name.name] = run.evaluate(default, frame)
    return found


def _conditional(run: Context, node: nodes.IfExp, frame: Frame) -> Value:
    test = run.evaluate(node.test, frame)
    truth, likely = run.truth(test), run.truth(assumed(test))
    if truth is not None:
        return run.evaluate(node.body if truth else node.orelse, frame)
    found: list[Value] = []

    def arm(expression: nodes.NodeNG) -> Callable[[], bool]:
        def evaluate_arm() -> bool:
            found.append(run.evaluate(expression, frame))
            return True

        return evaluate_arm

    why = f"depends on the condition on line {node.lineno}"
    with version_conditions.guard(run, node.test, frame):
        kept = None if likely is None else int(not likely)
        run.branches([arm(node.body), arm(node.orelse)], why, kept)
    if kept is not None:
        return found[kept]
    joined: Value = run.join_values(found, why)
    return joined


def _format(run: Context, node: nodes.JoinedStr, frame: Frame) -> Value:
    parts = []
    for part in node.values:
        value = run.evaluate(part, frame)
        if not isinstance(value, Constant):
            return Unknown("a text with unknown parts", frame.module.spans.of(node))
        parts.append(str(value.value))
    return Constant("".join(parts))


def _formatted(run: Context, node: nodes.FormattedValue, frame: Frame) -> Value:
    value = run.evaluate(node.value, frame)
    if node.format_spec is None or not isinstance(value, Constant):
        return value
    spec = run.evaluate(node.format_spec, frame)
    if not isinstance(spec, Constant):
        return Unknown("a text with unknown parts", frame.module.spans.of(node))
    try:
        return Constant(format(value.value, spec.value))
    except (ValueError, TypeError):
        return Unknown("a text with unknown parts", frame.module.spans.of(node))


def _walrus(run: Context, node: nodes.NamedExpr, frame: Frame) -> Value:
    value = run.evaluate(node.value, frame)
    run.heap.set(frame, node.target.name, value)
    return value


def _slice(run: Context, node: nodes.Slice, frame: Frame) -> Value:
    parts = [
        None if part is None else run.evaluate(part, frame)
        for part in (node.lower, node.upper, node.step)
    ]
    return Slice(*parts)


def _yield(run: Context, node: nodes.Yield, frame: Frame) -> Value:
    value = NONE if node.value is None else run.evaluate(node.value, frame)
    run.activation.yields.append(value)
    return Unknown("what is sent into a generator", frame.module.spans.of(node))


def _yield_from(run: Context, node: nodes.YieldFrom, frame: Frame) -> Value:
    items = run.iterate(run.evaluate(node.value, frame))
    if not isinstance(items, Unknown):
        run.activation.yields.extend(items)
    return Unknown("the result of `yield from`", frame.module.spans.of(node))


def _await(run: Context, node: nodes.Await, frame: Frame) -> Value:
    run.evaluate(node.value, frame)
    return Unknown("an awaited value", frame.module.spans.of(node))


_EVALUATORS: dict[str, Evaluator] = {
    "Const": _constant,
    "Name": _name,
    "Attribute": _attribute,
    "Call": _call,
    "Tuple": _tuple,
    "List": _list,
    "Set": _set,
    "Dict": _dict,
    "Lambda": _lambda,
    "IfExp": _conditional,
    "JoinedStr": _format,
    "FormattedValue": _formatted,
    "NamedExpr": _walrus,
    "Slice": _slice,
    "Yield": _yield,
    "YieldFrom": _yield_from,
    "Await": _await,
    "BinOp": operators.binary,
    "UnaryOp": operators.unary,
    "BoolOp": operators.boolean,
    "Compare": comparisons.compare,
    "Subscript": subscripts.subscript,
    "ListComp": comprehensions.list_comprehension,
    "SetComp": comprehensions.set_comprehension,
    "GeneratorExp": comprehensions.list_comprehension,
    "DictComp": comprehensions.dict_comprehension,
}
