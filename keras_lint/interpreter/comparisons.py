"""Comparisons of values: ``==``, ``is``, ``in`` and their chains."""

from __future__ import annotations

from astroid import nodes

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import is_known_name, to_argument
from keras_lint.interpreter.operators import apply_binary
from keras_lint.interpreter.presets import on_defaults, stripped
from keras_lint.interpreter.values import (
    Class,
    Constant,
    Dict,
    External,
    ExternalObject,
    Frame,
    Function,
    List,
    Method,
    OneOf,
    Range,
    Size,
    Tuple,
    Value,
)
from keras_lint.shapes import Unknown
from keras_lint.source import Span


def compare(run: Context, node: nodes.Compare, frame: Frame) -> Value:
    """Evaluate a chain of comparisons; unknown unless every link is known or one is false."""
    left = run.evaluate(node.left, frame)
    span = frame.module.spans.of(node)
    result: Value = Constant(True)
    for op, right_node in node.ops:
        right = run.evaluate(right_node, frame)
        link = _compare_pair(run, op, left, right, span)
        if len(node.ops) == 1:
            return link
        truth = run.truth(link)
        if truth is False:
            return Constant(False)
        if truth is None:
            result = Unknown("a comparison of unknown values", span)
        left = right
    return result


def _compare_pair(run: Context, op: str, left: Value, right: Value, span: Span) -> Value:
    result = _compare_values(run, op, left, right, span)
    if not isinstance(result, Unknown):
        return result
    on_settings = on_defaults(
        lambda a, b: _compare_values(run, op, a, b, span), result.why, span, left, right
    )
    return stripped(result) if on_settings is None else on_settings


def _compare_values(run: Context, op: str, left: Value, right: Value, span: Span) -> Value:
    if op in ("is", "is not"):
        same = _identical(left, right)
        if same is None:
            return Unknown("whether two values are the same object", span)
        return Constant(same == (op == "is"))
    if op in ("in", "not in"):
        contained = _contains(run, left, right)
        if contained is None:
            return Unknown("whether a value is among others", span)
        return Constant(contained == (op == "in"))
    if isinstance(left, Tuple | List) and isinstance(right, Tuple | List) and op in ("==", "!="):
        equal = _equal_sequences(left, right)
        if equal is None:
            return Unknown("a comparison of unknown values", span)
        return Constant(equal == (op == "=="))
    if op in ("==", "!="):
        equal = _equal_objects(left, right)
        if equal is not None:
            return Constant(equal == (op == "=="))
    return apply_binary(run, op, left, right, span)


def _equal_objects(left: Value, right: Value) -> bool | None:
    """Compare texts, functions and classes, as far as their kinds tell."""
    for one, other in ((left, right), (right, left)):
        plain = isinstance(one, Constant) and isinstance(one.value, str | None)
        if plain and isinstance(other, Function | Class | List | Dict | Tuple | External | Range):
            return False
        if isinstance(one, Class | Function) and isinstance(other, External | Class | Function):
            return left is right or (None if type(left) is type(right) is Function else False)
    if _is_builtin(left) and _is_builtin(right):
        return left == right
    return None


def _is_builtin(value: Value) -> bool:
    return isinstance(value, External) and value.name.startswith("builtins.")


def _identical(left: Value, right: Value) -> bool | None:
    if isinstance(left, Constant) and isinstance(right, Constant):
        return left == right
    if isinstance(left, Unknown | OneOf) or isinstance(right, Unknown | OneOf):
        return None
    if _may_be_anything(left) or _may_be_anything(right):
        return None
    for one, other in ((left, right), (right, left)):
        if isinstance(one, Constant):
            return None if isinstance(other, Size) and one.value is not None else False
    if isinstance(left, External) and isinstance(right, External):
        return left == right
    return True if left is right else None


def _may_be_anything(value: Value) -> bool:
    """Tell whether a value is a name of a library that may hold any value, ``config.PATH``."""
    if isinstance(value, Method):
        return isinstance(value.receiver, ExternalObject)
    return isinstance(value, External) and not is_known_name(value.name)


def _contains(run: Context, item: Value, container: Value) -> bool | None:
    if isinstance(container, Dict):
        if isinstance(container.items, Unknown) or not isinstance(item, Constant):
            return None
        return item.value in container.items
    if isinstance(container, Constant) and isinstance(item, Constant):
        try:
            return item.value in container.value
        except TypeError:
            return None
    if not isinstance(container, Tuple | List | Range):
        return None
    items = run.iterate(container)
    if isinstance(items, Unknown):
        return None
    if not isinstance(item, Constant):
        equal = [True if one is item else _equal_objects(item, one) for one in items]
        return True if True in equal else None if None in equal else False
    if any(isinstance(one, Constant) and one.value == item.value for one in items):
        return True
    return False if all(isinstance(one, Constant) for one in items) else None


def _equal_sequences(left: Tuple | List, right: Tuple | List) -> bool | None:
    if type(left) is not type(right):
        return False
    a, b = to_argument(left), to_argument(right)
    if isinstance(a, Unknown) or isinstance(b, Unknown):
        return None
    if len(a) != len(b):
        return False
    if any(not isinstance(x, int | float | str | None) for x in [*a, *b]):
        return None
    return bool(a == b)
