"""Subscripts: of tuples, lists, dicts, texts and tensors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from astroid import nodes

from keras_lint.interpreter import datasets_values, tables
from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.default_dicts import DefaultDict
from keras_lint.interpreter.object_dicts import ObjectDict
from keras_lint.interpreter.positions import Position
from keras_lint.interpreter.presets import Preset
from keras_lint.interpreter.tensor_values import TABLE, Tensor
from keras_lint.interpreter.tensors import apply_function
from keras_lint.interpreter.values import (
    Constant,
    Dataset,
    Dict,
    External,
    ExternalObject,
    Frame,
    Instance,
    List,
    Method,
    OneOf,
    Range,
    Size,
    Slice,
    Table,
    Tuple,
    Value,
)
from keras_lint.ops.indexing import getitem
from keras_lint.shapes import Dim, Shape, Unknown
from keras_lint.source import Span


def subscript(run: Context, node: nodes.Subscript, frame: Frame) -> Value:
    """Evaluate ``value[index]``."""
    value = run.evaluate(node.value, frame)
    index = run.evaluate(node.slice, frame)
    return get_item(run, value, index, frame.module.spans.of(node))


def get_item(run: Context, value: Value, index: Value, span: Span) -> Value:
    """Give ``value[index]`` for values."""
    value = value.default if isinstance(value, Preset) else value
    index = index.default if isinstance(index, Preset) else index
    match value:
        case Unknown():
            return value
        case Tensor():
            return _tensor_item(run, value, index, span)
        case OneOf(values, why):
            found = [get_item(run, one, index, span) for one in values]
            joined: Value = run.join_values(found, why)
            return joined
        case Tuple() | List() | Range():
            return _sequence_item(run, value, index, span)
        case Dict(items=entries):
            if isinstance(value, DefaultDict):
                value.fill(run, index, span)
                entries = value.items
            return _dict_item(entries, index, span)
        case Constant(str() | bytes() as text):
            plain = plain_index(index)
            if isinstance(plain, int | slice):
                try:
                    return Constant(text[plain])
                except IndexError:
                    return Unknown("an index that does not exist", span)
        case Instance() if isinstance(index, Constant) and index.value in value.cells:
            item: Value = value.cells[index.value]  # a named tuple
            return item
        case Instance():
            method = run.attribute(value, "__getitem__", span)
            return run.call(method, Arguments((index,)), span)
        case Dataset():
            return datasets_values.dataset_item(run, value, index, span)
        case Table():
            return tables.get_item(run, value, index)
        case Method(Table() | Tensor() as located, "loc" | "iloc" as name):
            return tables.locate(run, located, name, index, span)
        case ExternalObject() if isinstance(index, Constant) and index.value in value.cells:
            found_part: Value = value.cells[index.value]  # a Bunch of scikit-learn's
            return found_part
        case External():
            return value  # a subscripted type: list[int], np.ndarray[...]
    return Unknown("an item of something that is not followed", span)


def plain_index(index: Value) -> Any:
    """Give a constant index as Python has it: an int, a slice of ints, or None."""
    if isinstance(index, Constant):
        return index.value
    if isinstance(index, Slice):
        parts: list[int | None] = []
        for part in (index.start, index.stop, index.step):
            if part is None:
                parts.append(None)
            elif isinstance(part, Constant) and (part.value is None or isinstance(part.value, int)):
                parts.append(part.value)
            else:
                return None
        return slice(*parts)
    return None


def _sequence_item(run: Context, value: Tuple | List | Range, index: Value, span: Span) -> Value:
    if isinstance(value, List) and isinstance(value.items, Unknown):
        if isinstance(index, Slice):
            return List(value.items, value.element)
        return value.items if value.element is None else value.element
    items = run.iterate(value)
    if isinstance(items, Unknown):
        return items
    plain = plain_index(index)
    if isinstance(plain, bool) or not isinstance(plain, int | slice):
        if items and not isinstance(index, Slice):
            joined: Value = run.join_values(items, "an index that is not known")
            return joined
        return Unknown("an index that is not known", span)
    if isinstance(plain, slice):
        try:
            selected = tuple(items)[plain]
        except ValueError:
            return Unknown("a slice with step 0", span)
        return Tuple(selected) if isinstance(value, Tuple) else List(selected)
    if not -len(items) <= plain < len(items):
        return Unknown("an index that does not exist", span)
    return items[plain]


def _dict_item(entries: Any, index: Value, span: Span) -> Value:
    if isinstance(entries, Unknown):
        return entries
    if isinstance(index, Constant):
        found: Value | None = entries.get(index.value)
        if found is not None:
            return found
        return Unknown(f"the key {index.value!r} is not in the dict that was followed", span)
    return Unknown("a key that is not known", span)


def _tensor_item(run: Context, tensor: Tensor, index: Value, span: Span) -> Value:
    """Give an item of a tensor; an array of objects may hold anything."""
    if tensor.spec.dtype == "object" and not isinstance(index, Slice):
        return Unknown("an item of an array of objects", span)
    single = tensor.kind == "numpy" and tensor.spec.shape.rank == 0
    if single and tensor.spec.dtype in (None, "string", "object"):
        # The single value of ``tensor.numpy()`` may be a text, which has items.
        return Unknown("an item of a single value", span)
    parts = [_place(part) for part in (index.items if isinstance(index, Tuple) else (index,))]
    if tensor.node is not None and tensor.node.name == TABLE and len(parts) == 2:
        tensor = _columns(tensor, parts[1])
    return apply_function(run, "indexing", getitem, [tensor, Tuple(tuple(parts))], span)


def _place(index: Value) -> Value:
    """Give what a loop counts as the integer that it is, in an index or the ends of a slice."""
    match index:
        case Position(dim):
            return Size(dim)
        case Slice(start, stop, step):
            first, last = (None if end is None else _place(end) for end in (start, stop))
            return Slice(first, last, step)
    return index


def _columns(table: Tensor, index: Value) -> Tensor:
    """Give a table of which columns are taken: it has at least those that the code names."""
    rows = Unknown(table.shape.why)
    plain = plain_index(index)
    width: Dim = rows
    if isinstance(plain, slice) and plain.stop is not None and plain.stop > 0:
        width = plain.stop
    return Tensor(replace(table.spec, shape=Shape((rows, width))), table.kind)


def set_item(run: Context, value: Value, index: Value, item: Value, span: Span) -> None:
    """Carry out ``value[index] = item``."""
    match value:
        case Dict(items=entries) if not isinstance(entries, Unknown):
            if isinstance(index, Constant):
                run.heap.set(value, "items", {**entries, index.value: item})
            else:
                run.heap.set(value, "items", Unknown("a dict with an unknown key", span))
            if isinstance(value, ObjectDict):
                value.write_back(run)
        case List(items=items) if not isinstance(items, Unknown):
            plain = plain_index(index)
            if isinstance(plain, int) and -len(items) <= plain < len(items):
                changed = list(items)
                changed[plain] = item
                run.heap.set(value, "items", tuple(changed))
            elif isinstance(plain, slice) and not isinstance(put := run.iterate(item), Unknown):
                changed = list(items)
                changed[plain] = put
                run.heap.set(value, "items", tuple(changed))
            else:
                run.heap.set(value, "items", Unknown("a list changed at an unknown index", span))
                run.heap.set(value, "element", None)
        case Table():
            tables.set_item(run, value, index, item)
        case Method(Table() as located, "loc" | "iloc"):
            tables.set_located(run, located, index, item)
        case Instance():
            method = run.attribute(value, "__setitem__", span)
            run.call(method, Arguments((index, item)), span)


def delete_item(run: Context, value: Value, index: Value, span: Span) -> None:
    """Carry out ``del value[index]``."""
    if isinstance(value, Dict) and not isinstance(value.items, Unknown):
        if isinstance(index, Constant):
            rest = {key: item for key, item in value.items.items() if key != index.value}
            run.heap.set(value, "items", rest)
        else:
            run.heap.set(value, "items", Unknown("a dict with an unknown key", span))
    elif isinstance(value, Table):
        tables.delete_columns(run, value, index)
    elif isinstance(value, List) and not isinstance(value.items, Unknown):
        plain = plain_index(index)
        items = list(value.items)
        if isinstance(plain, int | slice):
            try:
                del items[plain]
            except IndexError:
                return
            run.heap.set(value, "items", tuple(items))
        else:
            run.heap.set(value, "items", Unknown("a list changed at an unknown index", span))
