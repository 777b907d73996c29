"""Python's builtins on numbers and truths, and ``math``."""

from __future__ import annotations

import builtins
import math

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import value_dim
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.operators import apply_binary
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import Constant, NumpyScalar, Size, Tuple, Value
from keras_lint.shapes import Dim, Unknown, is_known, product
from keras_lint.source import Span


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
