"""Subscripts: ``x[index]``, as numpy, TensorFlow and Keras take them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from keras_lint.layers.arguments import NumpyInteger, is_size
from keras_lint.ops.content import bounds, rows, vector
from keras_lint.ops.operands import dim_argument, scalar_element, tensor, unknown_tensor
from keras_lint.shapes import (
    Content,
    Dim,
    InvalidShape,
    Polynomial,
    Shape,
    Symbol,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    is_unknown,
    window,
)
from keras_lint.shapes.arithmetic import broadcast

Index: TypeAlias = Any
"""One part of a subscript: an integer or dim, a slice of those, ``None``, ``...``, an array
of integers or booleans as a ``TensorSpec``, or ``Unknown``."""


def getitem(spec: TensorSpec, index: tuple[Index, ...]) -> TensorSpec:
    """Give ``spec[index]``. Keras: ``GetItem.compute_output_spec``.

    A slice of an axis that is ``None`` is ``None`` again, as Keras and TensorFlow show it.

    Raises:
        InvalidShape: too many indices, or an integer beyond a known size.
    """
    parts = [_normalized(part) for part in index]
    unknown = next((part for part in parts if isinstance(part, Unknown)), None)
    if unknown is not None:
        return unknown_tensor(unknown.why, spec.dtype)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why, spec.dtype)
    consumed = 0
    for part in parts:
        count = _consumed(part)
        if count is None:
            return unknown_tensor("an index of unknown rank", spec.dtype)
        consumed += count
    rank = len(spec.shape)
    if consumed > rank:
        raise InvalidShape(f"at most {rank} indices for {spec.shape}", str(consumed))
    full = _expanded(parts, rank - consumed)
    if any(isinstance(part, TensorSpec) for part in full):
        return _advanced(spec, full)
    return _basic(spec, full)


def _normalized(part: Index) -> Index:
    if isinstance(part, NumpyInteger):
        return part.value
    if isinstance(part, list | tuple):
        found = tensor(part)
        return replace(found, dtype=found.dtype or "int64")
    if isinstance(part, TensorSpec):
        if part.shape.rank == 0 and part.dtype != "bool":
            position = scalar_element(part)
            return position if is_known(position) else _Position()
        return part
    if isinstance(part, bool):
        return Unknown("a boolean as an index")
    if part is None or part is Ellipsis or isinstance(part, slice) or is_size(part):
        return _Position() if isinstance(part, Polynomial) else part
    return Unknown("an index that is not understood")


class _Position:
    """One integer whose value is unknown."""


def _consumed(part: Index) -> int | None:
    if part is None or part is Ellipsis:
        return 0
    if isinstance(part, TensorSpec):
        if part.dtype == "bool":
            return part.shape.rank
        # Without a dtype, an array of rank 1 is a mask or indices: one axis either way.
        return 1 if part.dtype is not None or part.shape.rank == 1 else None
    return 1


def _expanded(parts: Sequence[Index], missing: int) -> list[Index]:
    """Replace the ellipsis, or the missing end, by whole slices."""
    whole = [slice(None)] * missing
    places = [place for place, part in enumerate(parts) if part is Ellipsis]
    place = places[0] if places else len(parts)
    head, tail = parts[:place], parts[place + 1 :]
    return [*head, *whole, *(part for part in tail if part is not Ellipsis)]


def _basic(spec: TensorSpec, parts: Sequence[Index]) -> TensorSpec:
    dims: list[Dim] = []
    axis = 0
    for part in parts:
        if part is None:
            dims.append(1)
            continue
        size = spec.shape[axis]
        if isinstance(part, slice):
            dims.append(slice_length(size, part))
        else:
            _check_position(spec.shape, axis, part)
        axis += 1
    content = _content(spec, parts)
    return TensorSpec(Shape(tuple(dims)), spec.dtype, content=content)


def _check_position(shape: Shape, axis: int, part: Index) -> None:
    size = shape[axis]
    if isinstance(part, int) and is_known(size) and not -size <= part < size:
        raise InvalidShape(f"an index below {size} on axis {axis} of {shape}", str(part), axis=axis)


def _content(spec: TensorSpec, parts: Sequence[Index]) -> Content | None:
    elements = spec.content.elements if spec.content else None
    if elements is not None and len(parts) == 1 and spec.shape.rank == 1:
        match parts[0]:
            case int(position) if -len(elements) <= position < len(elements):
                return Content(elements=(elements[position],))
            case slice():
                ends = [parts[0].start, parts[0].stop, parts[0].step]
                if all(end is None or isinstance(end, int) for end in ends):
                    return vector(elements[parts[0]])
    last_whole = bool(parts) and parts[-1] == slice(None)
    return rows(spec.content) if last_whole else bounds(spec.content)


def slice_length(size: Dim, part: slice) -> Dim:
    """Give the length of ``range(size)[part]``, as far as it is certain."""
    start, stop, step = (
        None if one is None else dim_argument(one) for one in (part.start, part.stop, part.step)
    )
    step = 1 if step is None else step
    if step in (1, -1) and start is None and stop is None:
        return size
    if is_dynamic(size):
        return size
    moving = window(start, stop) if step == 1 else None
    if moving is not None:
        return moving
    if is_unknown(size):
        return Unknown("a slice of an unknown size")
    ends = [one for one in (start, stop) if one is None or isinstance(one, int)]
    if is_known(size) and is_known(step) and step != 0 and len(ends) == 2:
        return len(range(size)[ends[0] : ends[1] : step])
    if step == 1 and start in (None, 0) and stop == size:
        return size
    if step == 1 and isinstance(size, Polynomial):
        return _open_ended(size, start, stop)
    return Unknown("a slice between unknown ends")


def _open_ended(size: Polynomial, start: Dim | None, stop: Dim | None) -> Dim:
    if stop == 0 and (start is None or isinstance(start, int)):
        return 0
    cut = 0
    for end, drops in ((start, 1), (stop, -1)):
        if end is None:
            continue
        if not isinstance(end, int) or end * drops < 0:
            return Unknown("a slice between unknown ends")
        cut += end * drops
    # Python clamps: the size is sure only where so many values are there.
    return size - cut if cut <= _at_least(size) else Unknown("a slice of an unknown size")


def _at_least(size: Polynomial) -> int:
    """Give a lower bound: every symbol is at least 1."""
    total = 0
    for monomial, count in size.terms:
        whole = all(isinstance(atom, Symbol) for atom, _ in monomial)
        if count < 0 and monomial:
            return 0
        total += count if whole else 0
    return max(total, 0)


def _advanced(spec: TensorSpec, parts: Sequence[Index]) -> TensorSpec:
    """Index with arrays, as numpy does: what the arrays give replaces their axes.

    Arrays and integers that stand side by side leave their axes where they were; apart,
    they go to the front.
    """
    arrays: list[Shape] = []
    dims: list[Dim] = []
    places: list[int] = []
    front: int | None = None
    axis = 0
    for place, part in enumerate(parts):
        if part is None:
            dims.append(1)
        elif isinstance(part, slice):
            dims.append(slice_length(spec.shape[axis], part))
            axis += 1
        else:
            front = len(dims) if front is None else front
            places.append(place)
            if isinstance(part, TensorSpec):
                arrays.append(_index_shape(part))
                axis += part.shape.rank or 1 if part.dtype == "bool" else 1
            else:
                _check_position(spec.shape, axis, part)
                axis += 1
    indexed = broadcast(*arrays)
    if indexed.dims is None:
        return unknown_tensor(indexed.why, spec.dtype)
    adjacent = places == list(range(places[0], places[0] + len(places)))
    at = front if adjacent and front is not None else 0
    dims[at:at] = indexed.dims
    last_whole = parts[-1] == slice(None)
    content = rows(spec.content) if last_whole else bounds(spec.content)
    return TensorSpec(Shape(tuple(dims)), spec.dtype, content=content)


def _index_shape(part: TensorSpec) -> Shape:
    if part.dtype == "bool":
        return Shape((Unknown("the number of true values in a mask"),))
    if part.dtype is None:
        return Shape((Unknown("an index array that may be a mask"),))
    return part.shape
