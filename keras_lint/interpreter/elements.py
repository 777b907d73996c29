"""What iterating over a value gives, one by one or in summary."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.classes import find_attribute
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.conversion import dim_value
from keras_lint.interpreter.datasets_values import eager_element
from keras_lint.interpreter.positions import OpenRange, new_position
from keras_lint.interpreter.presets import assumed
from keras_lint.interpreter.records import NAMED_ITEMS
from keras_lint.interpreter.tensor_values import Tensor
from keras_lint.interpreter.values import (
    BoundMethod,
    Constant,
    Dataset,
    Dict,
    ExternalObject,
    Function,
    Instance,
    Layer,
    List,
    Model,
    OneOf,
    Range,
    Table,
    Tuple,
    Value,
)
from keras_lint.ops.indexing import getitem
from keras_lint.shapes import Refusal, TensorSpec, Unknown, is_known


def iterate(run: Context, value: Value) -> list[Value] | Unknown:
    """List the items of a value, or say why they are not known."""
    value = assumed(value)
    match value:
        case Tuple(items):
            return list(items)
        case List(items=items):
            return items if isinstance(items, Unknown) else list(items)
        case Dict(items=entries):
            return entries if isinstance(entries, Unknown) else [Constant(key) for key in entries]
        case Range(start, stop, step):
            if len(range(start, stop, step)) > run.settings.max_unroll:
                return Unknown("a range that is too long to follow")
            return [Constant(number) for number in range(start, stop, step)]
        case Constant(str() as text):
            return [Constant(letter) for letter in text[: run.settings.max_unroll]]
        case Tensor(spec):
            return _tensor_items(spec, value)
        case Table():
            columns = value.columns
            if isinstance(columns, Mapping):
                return [Constant(name) for name in columns]
            return Unknown("the names of the columns")
        case ExternalObject() | Instance() if NAMED_ITEMS in value.cells:
            return list(value.cells[NAMED_ITEMS])
        case Instance():
            method = find_attribute(value.cls, "__iter__")
            if isinstance(method, Function):
                span = method.frame.module.spans.of(method.node)
                return iterate(run, run.call(BoundMethod(method, value), Arguments(), span))
        case Unknown():
            return value
        case OneOf(_, why):
            return Unknown(why)
    return Unknown("what this iterates over is not followed")


def _tensor_items(spec: TensorSpec, tensor: Tensor) -> list[Value] | Unknown:
    content = spec.content
    if content is not None and content.elements is not None and spec.shape.rank == 1:
        return [dim_value(dim) for dim in content.elements]
    if spec.shape.rank in (None, 0):
        return Unknown("the items of a tensor of unknown shape")
    count = spec.shape[0]
    if not is_known(count) or count > 64:
        return Unknown("the number of items of a tensor")
    item = _first_item(tensor)
    return [item] * count


def _first_item(tensor: Tensor) -> Value:
    if tensor.spec.dtype == "object" and tensor.spec.shape.rank == 1:
        return Unknown("an item of an array of objects")
    try:
        spec = getitem(tensor.spec, (0,))
    except Refusal:
        return Unknown("an item of an empty tensor")
    return Tensor(spec, tensor.kind, tensor.node) if isinstance(spec, TensorSpec) else spec


def element_of(run: Context, value: Value, why: Unknown) -> Value:
    """Give what any one item of a value is like."""
    match value:
        case Range() | OpenRange():
            return new_position(why)
        case List(element=element) if element is not None:
            return element
        case Tensor(spec) if spec.shape.rank not in (None, 0):
            return _first_item(value)
        case Dataset():
            return eager_element(value)
        case List(items=items) if not isinstance(items, Unknown) and items:
            joined: Value = run.join_values(items, why.why)
            return joined
        case Tuple(items) if items:
            either: Value = run.join_values(items, why.why)
            return either
        case Layer() | Model():
            return Unknown("iterating over a layer")
    return why
