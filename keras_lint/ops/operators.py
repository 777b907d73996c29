"""Python's operators on tensors and arrays, as the interpreter meets them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from keras_lint.layers.arguments import Argument
from keras_lint.ops.content import as_dtype, bounds, mapped, vector
from keras_lint.ops.elementwise import binary_dtype, broadcast_specs
from keras_lint.ops.linear_algebra import matmul
from keras_lint.ops.operands import is_float, is_integer, tensor, unknown_tensor
from keras_lint.shapes import (
    Content,
    Dim,
    InvalidShape,
    Shape,
    TensorSpec,
    is_known,
    is_unknown,
)

COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
LOGICAL = ("&", "|", "^")
ARITHMETIC = ("+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>")

_ON_DIMS: dict[str, Callable[[Dim, Dim], Dim]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "//": lambda left, right: left // right,
    "%": lambda left, right: left % right,
}


def binary(operator: str, left: Argument, right: Argument) -> TensorSpec:
    """Give the result of a binary operator or a comparison.

    Raises:
        InvalidShape: the shapes do not broadcast, or do not fit a matrix product.
    """
    if operator == "@":
        return matmul(left, right)
    if operator in COMPARISONS:
        return _compared(operator, left, right)
    if operator not in ARITHMETIC:
        return unknown_tensor(f"the operator `{operator}` on tensors")
    shape = broadcast_specs(left, right)
    dtype = binary_dtype(left, right)
    if operator == "/" and not is_float(dtype):
        dtype = None
    if operator in LOGICAL and tensor(left).dtype == tensor(right).dtype == "bool":
        dtype = "bool"
    return TensorSpec(shape, dtype, content=_content(operator, left, right, dtype))


def unary(operator: str, operand: Argument) -> TensorSpec:
    """Give the result of ``+x``, ``-x`` or ``~x``."""
    spec = tensor(operand)
    if operator == "+":
        return spec
    if operator == "-":
        return replace(spec, content=mapped(bounds(spec.content), lambda value: -value))
    if operator == "~":
        return replace(spec, content=None)
    return unknown_tensor(f"the operator `{operator}` on tensors")


def _compared(operator: str, left: Argument, right: Argument) -> TensorSpec:
    try:
        shape = broadcast_specs(left, right)
    except InvalidShape:
        if operator in ("==", "!="):
            # TensorFlow answers with one False where shapes do not fit.
            return unknown_tensor("a comparison of shapes that do not fit", "bool")
        raise
    if operator in ("==", "!=") and _may_not_fit(tensor(left).shape, tensor(right).shape):
        return unknown_tensor("an equality of shapes that may not fit", "bool")
    return TensorSpec(shape, "bool", content=Content(0, 1))


def _may_not_fit(left: Shape, right: Shape) -> bool:
    """Tell whether TensorFlow leaves open that shapes do not fit, which makes them unequal."""
    if left.dims is None or right.dims is None:
        return False
    pairs = zip(reversed(left.dims), reversed(right.dims), strict=False)
    return any(1 not in (one, two) and (one != two or is_unknown(one)) for one, two in pairs)


def _content(operator: str, left: Argument, right: Argument, dtype: str | None) -> Content | None:
    elements = _elements(operator, tensor(left), tensor(right))
    if elements is not None:
        return elements
    if isinstance(right, int | float) and not isinstance(right, bool):
        found = _with_constant(operator, tensor(left), right)
    elif isinstance(left, int | float) and not isinstance(left, bool):
        found = _after_constant(operator, left, tensor(right))
    else:
        return None
    # What leaves the range of an integer dtype wraps around.
    kept = bounds(as_dtype(TensorSpec(Shape(()), content=found), dtype).content)
    given = tensor(right if isinstance(left, int | float) else left).content
    if kept is None or given is None or operator not in _MONOTONIC:
        return kept
    return replace(kept, attained=given.attained)


_MONOTONIC = frozenset({"+", "-", "*", "/", "//"})
"""With a number on one side, the extremes of the operand give those of the result."""


def _elements(operator: str, left: TensorSpec, right: TensorSpec) -> Content | None:
    """Compute with shape vectors, such as ``tf.shape(x)[1:3] * 2``."""
    function = _ON_DIMS.get(operator)
    first = left.content.elements if left.content else None
    second = right.content.elements if right.content else None
    if function is None or first is None or second is None:
        return None
    if len(first) == 1 and left.shape.rank == 0:
        first = first * len(second)
    if len(second) == 1 and right.shape.rank == 0:
        second = second * len(first)
    if len(first) != len(second):
        return None
    if operator in ("//", "%") and any(one == 0 for one in second):
        return None
    found = [function(a, b) for a, b in zip(first, second, strict=True)]
    known = [one for one in found if is_known(one)]
    content = vector(found)
    if content is None or not found or len(known) < len(found):
        return content
    return replace(content, minimum=min(known), maximum=max(known), attained=True)


def _with_constant(operator: str, spec: TensorSpec, number: float) -> Content | None:
    content = bounds(spec.content)
    match operator:
        case "+":
            return mapped(content, lambda value: value + number)
        case "-":
            return mapped(content, lambda value: value - number)
        case "*":
            return mapped(content, lambda value: value * number)
        case "/" if number:
            return mapped(content, lambda value: value / number)
        case "//" if number:
            return mapped(content, lambda value: value // number)
        case "%" if number > 0:
            whole = is_integer(spec.dtype) and isinstance(number, int)
            return Content(0, number - 1 if whole else number)
    return None


def _after_constant(operator: str, number: float, spec: TensorSpec) -> Content | None:
    content = bounds(spec.content)
    match operator:
        case "+":
            return mapped(content, lambda value: number + value)
        case "-":
            return mapped(content, lambda value: number - value)
        case "*":
            return mapped(content, lambda value: number * value)
    return None
