"""Functions that join tensors: concatenate, stack and their short forms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce

from keras_lint.layers.arguments import Argument
from keras_lint.ops.content import bounds, union, vector
from keras_lint.ops.operands import common_dtype, integer_argument, tensor, tensors, unknown_tensor
from keras_lint.ops.operation import operation
from keras_lint.ops.reshaping import ravel
from keras_lint.shapes import (
    Content,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
)
from keras_lint.shapes.arithmetic import agreed_dim, canonical_axis
from keras_lint.shapes.arithmetic import concatenate as concatenate_shapes


@operation(
    "numpy.{concatenate,concat}(arrays: values, axis, ...)",
)
def concatenate(values: Argument, axis: Argument = 0) -> TensorSpec:
    """Join arrays along an axis, flattened where it is None; an array is a list of its rows."""
    return _concatenated(values, axis)


@operation(
    "tensorflow.concat(values, axis, name)",
)
def concatenate_in_tensorflow(values: Argument, axis: Argument) -> TensorSpec:
    """Join tensors along an axis; a known size wins over ``None`` on the others."""
    parts = [values] if isinstance(values, TensorSpec) else values
    return _concatenated(parts, axis, single_stays=True)


@operation(
    "keras.ops.concatenate(xs: values, axis)",
)
def concatenate_in_keras(values: Argument, axis: Argument = 0) -> TensorSpec:
    """Join tensors along an axis; on the others the first tensor is shown.

    Keras: ``Concatenate.compute_output_spec``.
    """
    values = [values] if isinstance(values, TensorSpec) else values
    return _concatenated(values, axis, in_keras=True, single_stays=True)


@operation(
    "keras.backend.concatenate(tensors: values, axis)",
)
def concatenate_in_backend(values: Argument, axis: Argument = -1) -> TensorSpec:
    """Join tensors along an axis, by default the last one, which counts modulo the rank."""
    parts, place = tensors(values), integer_argument(axis)
    if not isinstance(parts, Unknown) and parts and isinstance(place, int) and place < 0:
        rank = parts[0].shape.rank
        if rank is None and place < -1:
            return unknown_tensor("an axis of a tensor of unknown rank")
        axis = place % rank if rank else place
    return _concatenated(values, axis, single_stays=True)


def _concatenated(
    values: Argument, axis: Argument, *, in_keras: bool = False, single_stays: bool = False
) -> TensorSpec:
    if isinstance(values, TensorSpec) and values.shape.rank == 0:
        return values
    parts = tensors(values)
    if isinstance(parts, Unknown):
        return unknown_tensor(parts.why)
    if not parts:
        raise InvalidArgument("values", "at least one tensor", "an empty list")
    dtype = common_dtype(*(one.dtype for one in parts))
    if axis is None:
        return concatenate([ravel(one) for one in parts], 0)
    place = integer_argument(axis)
    if isinstance(place, Unknown):
        # It may be None, which flattens.
        return unknown_tensor(place.why, dtype)
    rank = parts[0].shape.rank
    if single_stays and len(parts) == 1 and rank is not None and not -rank <= place < rank:
        # TensorFlow looks at the axis or gives a single tensor as it is, by its version.
        return unknown_tensor("an axis that a single tensor does not have", dtype)
    shape = _joined_shape([one.shape for one in parts], place, in_keras=in_keras)
    return TensorSpec(shape, dtype, content=_joined_content(parts, shape, place))


def _joined_shape(shapes: Sequence[Shape], axis: int, *, in_keras: bool) -> Shape:
    first = shapes[0]
    if not in_keras or first.dims is None:
        return concatenate_shapes(shapes, axis)
    total = first
    for shape in shapes[1:]:
        total = first.with_axis(axis, concatenate_shapes([total, shape], axis)[axis])
    return concatenate_shapes([total], axis)


def _joined_content(parts: Sequence[TensorSpec], shape: Shape, axis: int) -> Content | None:
    vectors = [one.content.elements if one.content else None for one in parts]
    if shape.rank == 1 and all(one is not None for one in vectors):
        return vector([dim for one in vectors if one is not None for dim in one])
    content = union([one.content for one in parts])
    last = shape.rank is not None and axis % shape.rank == shape.rank - 1
    return bounds(content) if last else content


@operation(
    "keras.ops.stack(x: values, axis)",
)
def stack_in_keras(values: Argument, axis: Argument = 0) -> TensorSpec:
    """Join tensors along a new axis; the first is shown. Keras: ``Stack``."""
    result = stack(values, axis)
    parts = tensors(values)
    if isinstance(parts, Unknown) or result.shape.dims is None or parts[0].shape.dims is None:
        return result
    place = integer_argument(axis)
    if isinstance(place, Unknown):
        return result
    return TensorSpec(
        parts[0].shape.with_inserted(place, len(parts)), result.dtype, content=result.content
    )


@operation(
    "keras.backend.stack(x: values, axis)",
    "tensorflow.stack(values, axis, name)",
    "numpy.stack(arrays: values, axis, ...)",
)
def stack(values: Argument, axis: Argument = 0) -> TensorSpec:
    """Join tensors of one shape along a new axis; a known size wins over ``None``."""
    parts = tensors(values)
    if isinstance(parts, Unknown):
        return unknown_tensor(parts.why)
    if not parts:
        raise InvalidArgument("values", "at least one tensor", "an empty list")
    dtype = common_dtype(*(one.dtype for one in parts))
    shape = _common_shape([one.shape for one in parts])
    place = integer_argument(axis)
    if shape.dims is None:
        return unknown_tensor(shape.why, dtype)
    rank = len(shape) + 1
    if isinstance(place, Unknown):
        return TensorSpec(Shape.unknown_dims(rank, place.why), dtype)
    place = canonical_axis(place, rank)
    result = shape.with_inserted(place, len(parts))
    content = union([one.content for one in parts])
    if rank == 1:
        scalars = [one.content.elements if one.content else None for one in parts]
        listed: list[Dim] = [
            Unknown("the value of a tensor") if one is None else one[0] for one in scalars
        ]
        return TensorSpec(result, dtype, content=vector(listed) or bounds(content))
    if place == rank - 1:
        content = bounds(content)
    return TensorSpec(result, dtype, content=content)


def _common_shape(shapes: Sequence[Shape]) -> Shape:
    known = [shape for shape in shapes if shape.dims is not None]
    if not known:
        return shapes[0]
    first = known[0]
    for shape in known[1:]:
        if len(shape) != len(first):
            raise InvalidShape(f"tensors of one shape, as {first}", str(shape))
    expected = partial(agreed_dim, expected=f"tensors of one shape, as {first}")
    dims = [reduce(expected, (shape[axis] for shape in known)) for axis in range(len(first))]
    if len(known) < len(shapes):
        # The shape that is unknown may have a size where the others have None.
        unseen = Unknown("a size that one of several tensors may have")
        dims = [unseen if is_dynamic(dim) else dim for dim in dims]
    return Shape(tuple(dims))


def _at_least(spec: TensorSpec, rank: int) -> TensorSpec:
    """Add leading axes of size 1, or for the third axis a trailing one, as numpy does."""
    shape = spec.shape
    if shape.dims is None:
        return spec
    dims = shape.dims
    if len(dims) < min(rank, 2):
        dims = (1,) * (min(rank, 2) - len(dims)) + dims
    if rank == 3 and len(dims) < 3:
        dims = (*dims, 1)
    return TensorSpec(Shape(dims), spec.dtype, content=bounds(spec.content))


@operation(
    "numpy.hstack(tup: values, ...)",
)
def hstack(values: Argument) -> TensorSpec:
    """Join along the second axis, vectors along the first."""
    return _widened(values, 1, 1)


@operation(
    "keras.ops.hstack(xs: values)",
)
def hstack_in_keras(values: Argument) -> TensorSpec:
    """Join along the second axis, vectors along the first. Keras: ``Hstack``."""
    return _widened(values, 1, 1, in_keras=True)


@operation(
    "numpy.{vstack,row_stack}(tup: values, ...)",
)
def vstack(values: Argument) -> TensorSpec:
    """Join along the first axis, vectors as rows."""
    return _widened(values, 2, 0)


@operation(
    "keras.ops.vstack(xs: values)",
)
def vstack_in_keras(values: Argument) -> TensorSpec:
    """Join along the first axis, vectors end to end. Keras: ``Vstack``."""
    return _widened(values, 1, 0, in_keras=True)


@operation(
    "numpy.dstack(tup: values, ...)",
)
def dstack(values: Argument) -> TensorSpec:
    """Join along the third axis."""
    return _widened(values, 3, 2)


@operation(
    "keras.ops.dstack(xs: values)",
)
def dstack_in_keras(values: Argument) -> TensorSpec:
    """Join along the third axis. Keras: ``Dstack``."""
    return _widened(values, 3, 2, in_keras=True)


def _widened(values: Argument, rank: int, axis: int, *, in_keras: bool = False) -> TensorSpec:
    parts = tensors(values)
    if isinstance(parts, Unknown) or not parts:
        return unknown_tensor(parts.why if isinstance(parts, Unknown) else "no tensors")
    if in_keras and rank < 3 and any(one.shape.rank == 0 for one in parts):
        return unknown_tensor("a number, which Keras does not make a row of")
    parts = [_at_least(one, rank) for one in parts]
    if any(one.shape.dims is None for one in parts):
        return unknown_tensor("an array of unknown rank")
    if all(one.shape.rank == 1 for one in parts):
        axis = 0
    return _concatenated(parts, axis, in_keras=in_keras)


@operation(
    "numpy.column_stack(tup: values)",
)
def column_stack(values: Argument) -> TensorSpec:
    """Join along the second axis, vectors as columns."""
    parts = tensors(values)
    if isinstance(parts, Unknown) or not parts:
        return unknown_tensor(parts.why if isinstance(parts, Unknown) else "no tensors")
    columns = []
    for one in parts:
        if one.shape.dims is None:
            return unknown_tensor("an array of unknown rank")
        dims = one.shape.dims
        if len(dims) < 2:
            dims = (dims[0] if dims else 1, 1)
        columns.append(TensorSpec(Shape(dims), one.dtype, content=bounds(one.content)))
    return concatenate(columns, 1)


@operation(
    "numpy.append(arr: x1, values: x2, axis)",
)
def append(x1: Argument, x2: Argument, axis: Argument = None) -> TensorSpec:
    """Join two tensors, flattened unless an axis is given."""
    return _concatenated([tensor(x1), tensor(x2)], axis)


@operation(
    "keras.ops.append(x1, x2, axis)",
)
def append_in_keras(x1: Argument, x2: Argument, axis: Argument = None) -> TensorSpec:
    """Join two tensors, flattened unless an axis is given. Keras: ``Append``."""
    return _concatenated([tensor(x1), tensor(x2)], axis, in_keras=True)


@operation(
    "numpy.{atleast_1d}(*arys: values)",
)
def atleast_1d(values: tuple[Argument, ...] = ()) -> Argument:
    """Give the arrays with at least one axis."""
    return _each(values, 1)


@operation(
    "numpy.{atleast_2d}(*arys: values)",
)
def atleast_2d(values: tuple[Argument, ...] = ()) -> Argument:
    """Give the arrays with at least two axes, new ones in front."""
    return _each(values, 2)


@operation(
    "numpy.{atleast_3d}(*arys: values)",
)
def atleast_3d(values: tuple[Argument, ...] = ()) -> Argument:
    """Give the arrays with at least three axes."""
    return _each(values, 3)


def _each(values: tuple[Argument, ...], rank: int) -> Argument:
    found = [_at_least(tensor(one), rank) for one in values]
    return found[0] if len(found) == 1 else found
