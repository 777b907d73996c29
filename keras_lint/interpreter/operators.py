"""Operators: on constants as Python has them, on sizes as polynomials, on tensors."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from astroid import nodes

from keras_lint.interpreter import tables
from keras_lint.interpreter.arrays import array_of
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import dim_value, value_dim
from keras_lint.interpreter.positions import Position, moved
from keras_lint.interpreter.presets import Preset, assumed, on_defaults, stripped
from keras_lint.interpreter.sets import Set, combine
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.tensors import apply_function
from keras_lint.interpreter.values import (
    Constant,
    Dict,
    External,
    Frame,
    Instance,
    List,
    Method,
    NumpyScalar,
    OneOf,
    Range,
    Size,
    Super,
    Table,
    Tuple,
    Value,
)
from keras_lint.ops import operators as tensor_operators
from keras_lint.shapes import Polynomial, Unknown
from keras_lint.source import Span

_PYTHON: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
    "@": operator.matmul,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
_DUNDER = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "@": "matmul"}
_LARGEST_RESULT = 10_000_000


def binary(run: Context, node: nodes.BinOp, frame: Frame) -> Value:
    """Evaluate ``left op right``."""
    left = run.evaluate(node.left, frame)
    right = run.evaluate(node.right, frame)
    return apply_binary(run, node.op, left, right, frame.module.spans.of(node))


def apply_binary(run: Context, op: str, left: Value, right: Value, span: Span) -> Value:
    """Give ``left op right`` for values."""
    if isinstance(left, OneOf) or isinstance(right, OneOf):
        return _on_alternatives(run, op, left, right, span)
    if isinstance(left, Constant) and isinstance(right, Constant):
        return _constants(op, left.value, right.value, span)
    if isinstance(left, Table) or isinstance(right, Table):
        return tables.combine(left, right)
    if isinstance(left, Tensor) or isinstance(right, Tensor):
        return _tensors(run, op, left, right, span)
    method = _own_operator(run, op, left, right, span)
    if method is not None:
        return method
    if op in ("/", "**") or isinstance(left, Preset) or isinstance(right, Preset):
        why = f"the result of `{op}` on settings"
        preset = on_defaults(lambda a, b: apply_binary(run, op, a, b, span), why, span, left, right)
        if preset is not None:
            return preset
    if isinstance(left, Unknown):
        return left
    if isinstance(right, Unknown):
        return right
    if isinstance(left, Position) or isinstance(right, Position):
        return _positions(op, left, right)
    sequence = _sequences(op, left, right)
    if sequence is not None:
        return sequence
    if isinstance(left, Size | NumpyScalar | Constant) and isinstance(
        right, Size | NumpyScalar | Constant
    ):
        return _sizes(op, left, right, span)
    return Unknown(f"the result of `{op}`", span)


def _constants(op: str, left: Any, right: Any, span: Span) -> Value:
    if op in ("**", "<<") and isinstance(right, int | float) and abs(right) > 64:
        return Unknown("a very large number", span)
    if op == "*" and isinstance(left, str | bytes) and isinstance(right, int) and right > 10_000:
        return Unknown("a very long text", span)
    try:
        result = _PYTHON[op](left, right)
    except Exception:
        return Unknown(f"`{op}` fails on these operands", span)
    if isinstance(result, str | bytes) and len(result) > _LARGEST_RESULT:
        return Unknown("a very long text", span)
    return Constant(result)


def _sizes(op: str, left: Value, right: Value, span: Span) -> Value:
    numpy = isinstance(left, NumpyScalar) or isinstance(right, NumpyScalar)
    is_open = any(isinstance(side, Size) and side.open for side in (left, right))
    for side in (left, right):
        if isinstance(side, Constant) and (
            isinstance(side.value, bool) or not isinstance(side.value, int)
        ):
            return Unknown(f"the result of `{op}`", span)
    if op not in ("+", "-", "*", "//", "%"):
        if op in ("==", "!=") and value_dim(left) == value_dim(right):
            return Constant(op == "==")
        return Unknown(f"the result of `{op}` on sizes that are not known", span)
    dim = _PYTHON[op](value_dim(left), value_dim(right))
    if numpy:
        return NumpyScalar(dim)
    if isinstance(dim, Unknown):
        return dim
    return Size(dim, is_open) if isinstance(dim, Polynomial) else Constant(dim)


def _positions(op: str, left: Value, right: Value) -> Value:
    sides = [side if isinstance(side, Position) else value_dim(side) for side in (left, right)]
    result = moved(op, *sides)
    return result if isinstance(result, Position) else dim_value(result)


def _sequences(op: str, left: Value, right: Value) -> Value | None:
    if op == "+":
        if isinstance(left, Tuple) and isinstance(right, Tuple):
            return Tuple(left.items + right.items)
        if isinstance(left, List) and isinstance(right, List):
            if isinstance(left.items, Unknown):
                return List(left.items)
            return List(
                right.items if isinstance(right.items, Unknown) else left.items + right.items
            )
    if op == "*":
        for sequence, count in ((left, right), (right, left)):
            if (
                isinstance(count, Constant)
                and isinstance(count.value, int)
                and count.value < 10_000
            ):
                if isinstance(sequence, Tuple):
                    return Tuple(sequence.items * count.value)
                if isinstance(sequence, List) and not isinstance(sequence.items, Unknown):
                    return List(sequence.items * count.value)
    if op in ("|", "&", "-", "^") and isinstance(left, Set) and isinstance(right, Set):
        taken = right.items
        return combine(op, left.items, taken if isinstance(taken, Unknown) else list(taken))
    if op == "|" and isinstance(left, Dict) and isinstance(right, Dict):
        if isinstance(left.items, Unknown) or isinstance(right.items, Unknown):
            return Dict(Unknown("a dict with unknown parts"))
        return Dict({**left.items, **right.items})
    return None


def _own_operator(run: Context, op: str, left: Value, right: Value, span: Span) -> Value | None:
    name = _DUNDER.get(op)
    if name is None or not isinstance(left, Instance):
        return None
    method = run.attribute(left, f"__{name}__", span)
    if isinstance(method, Unknown):
        return method
    return run.call(method, Arguments((right,)), span)


def _tensors(run: Context, op: str, left: Value, right: Value, span: Span) -> Value:
    for side in (left, right):
        if isinstance(side, Unknown):
            return side
    if op == "*" and _repeats(left, right):
        return Unknown("a sequence repeated as often as an array says", span)
    sides = [from_sequence(run, side) for side in (left, right)]
    for side in sides:
        if isinstance(side, Unknown):
            return side
    return apply_function(
        run,
        f"`{op}`",
        lambda a, b: tensor_operators.binary(op, a, b),
        sides,
        span,
    )


def _repeats(left: Value, right: Value) -> bool:
    """Tell whether a list meets a number of an array, which repeats it: ``[0] * counts[i]``."""
    return any(
        isinstance(one, Tuple | List) and isinstance(other, Tensor) and other.spec.shape.rank == 0
        for one, other in ((left, right), (right, left))
    )


def from_sequence(run: Context, value: Value) -> Value:
    """Turn a list or tuple that meets a tensor into the array it becomes."""
    return array_of(run, value) if isinstance(value, Tuple | List) else value


def _on_alternatives(run: Context, op: str, left: Value, right: Value, span: Span) -> Value:
    lefts = left.values if isinstance(left, OneOf) else (left,)
    rights = right.values if isinstance(right, OneOf) else (right,)
    why = next(side.why for side in (left, right) if isinstance(side, OneOf))
    found = [apply_binary(run, op, a, b, span) for a in lefts for b in rights]
    joined: Value = run.join_values(found, why)
    return joined


def unary(run: Context, node: nodes.UnaryOp, frame: Frame) -> Value:
    """Evaluate ``-x``, ``+x``, ``~x`` and ``not x``."""
    value = run.evaluate(node.operand, frame)
    span = frame.module.spans.of(node)
    if node.op == "not":
        preset = on_defaults(lambda one: _negated(run, one, span), "`not` a setting", span, value)
        return _negated(run, value, span) if preset is None else preset
    match value:
        case Constant(number) if isinstance(number, int | float):
            signed: Any = {"-": operator.neg, "+": operator.pos, "~": operator.invert}[node.op]
            try:
                return Constant(signed(number))
            except TypeError:
                return Unknown(f"`{node.op}` fails on this operand", span)
        case Size(dim, is_open) if node.op == "-":
            negated = -dim
            return negated if isinstance(negated, Unknown) else Size(negated, is_open)
        case Table():
            return tables.combine(value, value)
        case Tensor():
            return apply_function(
                run, f"`{node.op}`", lambda x: tensor_operators.unary(node.op, x), [value], span
            )
        case Unknown():
            return stripped(value)
    return Unknown(f"the result of `{node.op}`", span)


def _negated(run: Context, value: Value, span: Span) -> Value:
    truth = run.truth(value)
    return Unknown("the truth of an unknown value", span) if truth is None else Constant(not truth)


def boolean(run: Context, node: nodes.BoolOp, frame: Frame) -> Value:
    """Evaluate ``and`` and ``or``, as far as the truth of the operands is known."""
    stop_at = node.op == "or"
    open_values: list[Value] = []
    default: Value | None = None
    why = f"depends on the `{node.op}` on line {node.lineno}"
    for operand in node.values:
        value = run.evaluate(operand, frame)
        truth = run.truth(value)
        if default is None and run.truth(assumed(value)) in (stop_at, None):
            default = assumed(value)
        if truth is stop_at or operand is node.values[-1]:
            joined: Value = run.join_values([*open_values, value], why)
            if any(isinstance(one, Preset) for one in (*open_values, value)):
                default = assumed(value) if default is None else default
                return Preset(why, frame.module.spans.of(node), default=default)
            return joined
        if truth is None:
            open_values.append(value)
    return Unknown(why, frame.module.spans.of(node))


def implicit_super(run: Context, frame: Frame) -> Value | None:
    """Give what ``super()`` without arguments means in the method that runs here."""
    scope: Frame | None = frame
    while scope is not None and scope.owner is None:
        scope = scope.parent
    function = run.activation.function
    if scope is None or scope.owner is None or function is None:
        return None
    parameters = [*(function.node.args.posonlyargs or ()), *(function.node.args.args or ())]
    if not parameters:
        return None
    receiver = frame.cells.get(parameters[0].name)
    while receiver is None and frame.parent is not None:
        frame = frame.parent
        receiver = frame.cells.get(parameters[0].name)
    return None if receiver is None else Super(scope.owner, receiver)


def truth_of(value: Value) -> bool | None:
    """Give the truth of a value, or None where it is not known."""
    match value:
        case Constant(constant):
            return bool(constant)
        case Tuple(items):
            return bool(items)
        case List(items=items) | Dict(items=items):
            return None if isinstance(items, Unknown) else bool(items)
        case Range(start, stop, step):
            return len(range(start, stop, step)) > 0
        case Unknown() | Size() | Position() | Tensor() | Table() | NumpyScalar() | Instance():
            return None
        case OneOf(values):
            truths = {truth_of(one) for one in values}
            return truths.pop() if len(truths) == 1 else None
        case External() | Method():
            return None
    return True
