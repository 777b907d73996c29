"""The value that stands for several, where paths meet."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any, Final

from keras_lint.interpreter.attribute_dicts import AttributeDict
from keras_lint.interpreter.heap import MISSING, HeapObject
from keras_lint.interpreter.model_state import SequentialState, join_sequential
from keras_lint.interpreter.positions import Position
from keras_lint.interpreter.tensor_values import Node, Tensor
from keras_lint.interpreter.uncounted import Uncounted
from keras_lint.interpreter.values import Dict, List, OneOf, Size, Table, Tuple, Value
from keras_lint.layers.arguments import CallArguments
from keras_lint.shapes import Content, TensorSpec, Unknown, join_shape

MAX_ALTERNATIVES: Final = 4
JOIN: Final = "<join>"
"""The name of the node of a tensor that is one of two."""


def join_contents(contents: Sequence[Any], why: str) -> Any:
    """Join the contents of one cell on several paths.

    A path on which the cell was never written does not count: reading it there would fail.
    """
    present = [content for content in contents if content is not MISSING]
    if not present:
        return MISSING
    return reduce(lambda left, right: join_pair(left, right, why), present)


def join_pair(left: Any, right: Any, why: str) -> Any:
    """Join two contents: values, or what the cells of heap objects hold."""
    if left is right or (not isinstance(left, HeapObject) and left == right):
        return left
    match left, right:
        case (Uncounted() | tuple(), Uncounted() | tuple()) if not _same_length(left, right):
            return _uncounted(left, right, why)
        case (Uncounted(), Unknown()):
            return right
        case (Unknown(), _):
            return left
        case (_, Unknown()):
            return right
        case (Tensor(), Tensor()):
            return _join_tensors(left, right, why)
        case (Tuple(a), Tuple(b)) if len(a) == len(b):
            return Tuple(tuple(join_pair(x, y, why) for x, y in zip(a, b, strict=True)))
        case (List(), List()):
            return List(join_pair(left.items, right.items, why))
        case (Dict(), Dict()):
            alike = type(left) is type(right) is AttributeDict
            return (AttributeDict if alike else Dict)(join_pair(left.items, right.items, why))
        case (Table(), Table()):
            return Table(
                join_pair(left.columns, right.columns, why),
                join_pair(left.length, right.length, why),
            )
        case (TensorSpec(), TensorSpec()):
            return join_specs(left, right, why)
        case (tuple(), tuple()) if len(left) == len(right):
            return tuple(join_pair(x, y, why) for x, y in zip(left, right, strict=True))
        case (dict(), dict()) if left.keys() == right.keys():
            return {key: join_pair(left[key], right[key], why) for key in left}
        case (CallArguments(), CallArguments() | None):
            return left  # what built a layer first
        case (None, CallArguments()):
            return right
        case (SequentialState(), SequentialState()):
            return join_sequential(left, right, why)
        case (OneOf() | HeapObject(), _) | (_, OneOf() | HeapObject()):
            return _alternatives(left, right, why)
    if _is_value(left) and _is_value(right):
        return _alternatives(left, right, why)
    return Unknown(why)


def _same_length(left: Any, right: Any) -> bool:
    return isinstance(left, tuple) and isinstance(right, tuple) and len(left) == len(right)


def _uncounted(
    left: Uncounted | tuple[Any, ...], right: Uncounted | tuple[Any, ...], why: str
) -> Any:
    """Join the items of two lists of different or unknown lengths."""
    items: list[Any] = []
    for side in (left, right):
        items.extend([side.element] if isinstance(side, Uncounted) else side)
    if not all(isinstance(item, Value) for item in items):
        return Unknown(why)
    return Uncounted(why, element=join_contents(items, why))


def equivalent(left: Any, right: Any) -> bool:
    """Tell whether two contents say the same, though they may be different objects."""
    if left is right:
        return True
    match left, right:
        case (Tensor(), Tensor()):
            return left.spec == right.spec and left.kind == right.kind
        case (Tuple(a), Tuple(b)):
            return equivalent(a, b)
        case (List(), List()) | (Dict(), Dict()):
            return equivalent(left.items, right.items)
        case (Uncounted(), Uncounted()):
            return equivalent(left.element, right.element)
        case (tuple(), tuple()):
            return len(left) == len(right) and all(map(equivalent, left, right))
        case (dict(), dict()):
            return left.keys() == right.keys() and all(equivalent(left[k], right[k]) for k in left)
    return bool(left == right)


def widen(key: Hashable, new: Any, why: Unknown) -> Any:
    """Give a content that stands for whatever further iterations of a loop may leave in a cell.

    The bookkeeping of layers and models stays what it is; values become unknown.
    """
    if isinstance(new, SequentialState):
        return replace(new, lost=why)
    if key in _BOOKKEEPING or new is MISSING:
        return why if new is MISSING else new
    return why


_BOOKKEEPING = {"built", "%built", "%weights", "%result", "%construction", "%schema", "state"}


def _is_value(content: Any) -> bool:
    return isinstance(content, Value) and not isinstance(content, Size | Position)


def _alternatives(left: Any, right: Any, why: str) -> Any:
    values: list[Value] = []
    for one in (left, right):
        for value in one.values if isinstance(one, OneOf) else (one,):
            if value not in values:
                values.append(value)
    if len(values) > MAX_ALTERNATIVES:
        return Unknown(why)
    return OneOf(tuple(values), why)


def _join_tensors(left: Tensor, right: Tensor, why: str) -> Tensor | Unknown:
    kind = left.kind if left.kind == right.kind else "eager"
    node = left.node
    if node is not right.node:
        node = Node((left, right), name=JOIN)
    return Tensor(join_specs(left.spec, right.spec, why), kind, node, left.position)


def join_specs(left: TensorSpec, right: TensorSpec, why: str) -> TensorSpec:
    """Join two tensor specs axis by axis; what is not common to both is unknown."""
    content: Content | None = None
    if left.content is not None and left.content == right.content:
        content = left.content
    dtype = left.dtype if left.dtype == right.dtype else None
    return TensorSpec(join_shape(left.shape, right.shape, why), dtype, left.origin, content)
