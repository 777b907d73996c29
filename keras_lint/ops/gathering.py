"""Functions that select values: take, gather, masks, top_k, sorting."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.layers.arguments import Argument
from keras_lint.ops.content import bounds, rows
from keras_lint.ops.operands import (
    dim_argument,
    integer_argument,
    tensor,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.ops.reshaping import ravel
from keras_lint.ops.shape_arguments import shape_argument
from keras_lint.shapes import (
    DYNAMIC,
    Content,
    Dim,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    surely_differ,
)
from keras_lint.shapes.arithmetic import agreed_dim, broadcast, canonical_axis


@operation(
    "keras.ops.take(x, indices, axis)",
    "numpy.take(a: x, indices, axis, ...)",
    "numpy.ndarray.take(self: x, indices, axis, ...)",
)
def take(x: Argument, indices: Argument, axis: Argument = None) -> TensorSpec:
    """Select entries of an axis, of the flattened values by default. Keras: ``Take``."""
    spec = tensor(x)
    if axis is None:
        spec, axis = ravel(spec), 0
    return _taken(spec, tensor(indices), integer_argument(axis))


@operation(
    "tensorflow.gather(params: x, indices, validate_indices, axis, batch_dims, name)",
)
def gather(
    x: Argument, indices: Argument, axis: Argument = None, batch_dims: Argument = 0
) -> TensorSpec:
    """Select entries of an axis; the leading ``batch_dims`` axes belong together."""
    spec, chosen = tensor(x), tensor(indices)
    shared = integer_argument(batch_dims)
    place = shared if axis is None else integer_argument(axis)
    if shared == 0:
        return _taken(spec, chosen, place)
    unsure = next((one for one in (shared, place) if isinstance(one, Unknown)), None)
    if unsure is not None or spec.shape.dims is None or chosen.shape.dims is None:
        shapes = spec.shape.why or chosen.shape.why
        why = shapes if unsure is None else unsure.why
        return unknown_tensor(why, spec.dtype)
    assert isinstance(shared, int) and isinstance(place, int), "both are known here"
    place = canonical_axis(place, len(spec.shape))
    shared = shared % (len(chosen.shape) + 1) if shared < 0 else shared
    if shared > min(place, len(chosen.shape)):
        return unknown_tensor("more batch axes than there are", spec.dtype)
    expected = f"leading sizes as in {spec.shape}"
    for one, two in zip(spec.shape.dims[:shared], chosen.shape.dims[:shared], strict=True):
        agreed_dim(one, two, expected)
    dims = spec.shape.dims[:place] + chosen.shape.dims[shared:]
    return TensorSpec(
        Shape(dims + spec.shape.dims[place + 1 :]), spec.dtype, content=bounds(spec.content)
    )


@operation(
    "keras.backend.gather(reference: x, indices)",
    "tensorflow.nn.embedding_lookup(params: x, ids: indices, ...)",
)
def gather_rows(x: Argument, indices: Argument) -> TensorSpec:
    """Select entries of the first axis."""
    return _taken(tensor(x), tensor(indices), 0)


def _taken(spec: TensorSpec, indices: TensorSpec, axis: int | Unknown) -> TensorSpec:
    if isinstance(axis, Unknown) or spec.shape.dims is None or indices.shape.dims is None:
        why = axis.why if isinstance(axis, Unknown) else spec.shape.why or indices.shape.why
        return unknown_tensor(why, spec.dtype)
    place = canonical_axis(axis, len(spec.shape))
    dims = spec.shape.dims[:place] + indices.shape.dims + spec.shape.dims[place + 1 :]
    whole = place < len(spec.shape) - 1
    content = rows(spec.content) if whole else bounds(spec.content)
    return TensorSpec(Shape(dims), spec.dtype, content=content)


@operation(
    "tensorflow.gather_nd(params: x, indices, batch_dims, ...)",
)
def gather_nd(x: Argument, indices: Argument, batch_dims: Argument = 0) -> TensorSpec:
    """Select by index vectors: ``(..., k), indices (m, n) -> (m, ...)`` without n axes."""
    spec, chosen = tensor(x), tensor(indices)
    shared = integer_argument(batch_dims)
    if isinstance(shared, Unknown) or spec.shape.dims is None or not chosen.shape.dims:
        return unknown_tensor(spec.shape.why or chosen.shape.why, spec.dtype)
    depth = chosen.shape[-1]
    if shared >= min(len(spec.shape), len(chosen.shape)):
        raise InvalidShape(f"tensors with more than {shared} axes", str(chosen.shape))
    if not is_known(depth):
        return unknown_tensor("index vectors of unknown length", spec.dtype)
    if depth + shared > len(spec.shape):
        raise InvalidShape(f"index vectors of at most {len(spec.shape) - shared}", str(depth))
    dims = chosen.shape.dims[:-1] + spec.shape.dims[shared + depth :]
    return TensorSpec(Shape(dims), spec.dtype, content=bounds(spec.content))


@operation(
    "keras.ops.take_along_axis(x, indices, axis)",
)
def take_along_axis(x: Argument, indices: Argument, axis: Argument = None) -> TensorSpec:
    """Select along one axis with an index for each place.

    Keras: ``compute_take_along_axis_output_shape``.
    """
    spec, chosen = tensor(x), tensor(indices)
    if axis is None:
        spec, axis = ravel(spec), 0
    place = integer_argument(axis)
    if isinstance(place, Unknown) or spec.shape.dims is None or chosen.shape.dims is None:
        return unknown_tensor(spec.shape.why or chosen.shape.why or "an axis", spec.dtype)
    if len(spec.shape) != len(chosen.shape):
        raise InvalidShape(f"indices with {len(spec.shape)} axes", str(chosen.shape))
    place = canonical_axis(place, len(spec.shape))
    shape = broadcast(spec.shape.with_axis(place, chosen.shape[place]), chosen.shape)
    return TensorSpec(shape, spec.dtype, content=bounds(spec.content))


@operation(
    "numpy.take_along_axis(arr: x, indices, axis)",
)
def take_along_axis_in_numpy(x: Argument, indices: Argument, axis: Argument = -1) -> TensorSpec:
    """Select along one axis with an index for each place; None flattens."""
    return take_along_axis(x, indices, axis)


@operation(
    "tensorflow.boolean_mask(tensor: x, mask, axis, name)",
)
def boolean_mask(x: Argument, mask: Argument, axis: Argument = None) -> TensorSpec:
    """Keep where the mask is true: its axes become one of size ``None``."""
    spec, chosen = tensor(x), tensor(mask)
    place = 0 if axis is None else integer_argument(axis)
    if isinstance(place, Unknown) or spec.shape.dims is None or chosen.shape.dims is None:
        return unknown_tensor(spec.shape.why or chosen.shape.why or "an axis", spec.dtype)
    depth = len(chosen.shape)
    place = place if place >= 0 else place + len(spec.shape)
    if depth > 1 and isinstance(axis, int) and axis < 0:
        return unknown_tensor("a mask on axes that are counted from the end", spec.dtype)
    # TensorFlow: boolean_mask slices the shape with the axis as it is given.
    first = place - len(spec.shape) if isinstance(axis, int) and axis < 0 else place
    covered = spec.shape.dims[first : first + depth]
    if not depth or len(covered) != depth:
        raise InvalidShape(f"a mask that fits {spec.shape}", str(chosen.shape))
    for have, want in zip(covered, chosen.shape.dims, strict=True):
        if surely_differ(have, want):
            raise InvalidShape(f"a mask that fits {spec.shape}", str(chosen.shape))
    dims = (*spec.shape.dims[:place], DYNAMIC, *spec.shape.dims[place + depth :])
    return TensorSpec(Shape(dims), spec.dtype, content=bounds(spec.content))


@operation(
    "tensorflow.slice(input_: x, begin, size, name)",
    "keras.ops.slice(inputs: x, start_indices: begin, shape: size)",
)
def cut(x: Argument, begin: Argument, size: Argument) -> TensorSpec:
    """Cut out a block; a size of -1 goes to the end. Keras: ``Slice``."""
    spec, starts, sizes = tensor(x), shape_argument(begin), shape_argument(size)
    if isinstance(sizes, Unknown):
        if spec.shape.dims is None:
            return unknown_tensor(sizes.why, spec.dtype)
        return TensorSpec(Shape.unknown_dims(len(spec.shape), sizes.why), spec.dtype)
    if spec.shape.rank not in (None, len(sizes)):
        raise InvalidShape(f"a tensor with {len(sizes)} axes", str(spec.shape))
    dims: list[Dim] = []
    for axis, length in enumerate(sizes):
        if length != -1:
            dims.append(length)
        elif spec.shape.dims is None or isinstance(starts, Unknown):
            dims.append(Unknown("the rest of an axis"))
        else:
            dims.append(spec.shape[axis] - starts[axis])
    return TensorSpec(Shape(tuple(dims)), spec.dtype, content=bounds(spec.content))


@operation(
    "keras.ops.top_k(x, k, sorted)",
    "tensorflow.math.top_k(input: x, k, ...)",
    "tensorflow.nn.top_k(input: x, k, ...)",
)
def top_k(x: Argument, k: Argument = 1) -> list[TensorSpec]:
    """Give the greatest values of the last axis and their indices: ``(..., k)`` each."""
    spec, count = tensor(x), dim_argument(k)
    if spec.shape.dims is None:
        return [unknown_tensor(spec.shape.why, spec.dtype), unknown_tensor(spec.shape.why, "int32")]
    if not len(spec.shape):
        raise InvalidShape("a tensor with at least one axis", str(spec.shape))
    size = spec.shape[-1]
    if is_known(size) and is_known(count) and count > size:
        raise InvalidShape(f"at least {count} on the last axis", str(spec.shape), axis=-1)
    shape = spec.shape.with_last(count)
    indices = Content(0, size - 1) if is_known(size) and size > 0 else Content(0)
    return [
        TensorSpec(shape, spec.dtype, content=bounds(spec.content)),
        TensorSpec(shape, "int32", content=indices),
    ]


@operation(
    "keras.ops.in_top_k(targets, predictions, k)",
    "tensorflow.math.in_top_k(targets, predictions, k, name)",
    "keras.backend.in_top_k(predictions, targets, k)",
)
def in_top_k(targets: Argument, predictions: Argument) -> TensorSpec:
    """Tell of every target whether it is among the k best predictions."""
    shape, rows = tensor(targets).shape, tensor(predictions).shape
    if shape.dims and rows.dims and surely_differ(shape[0], rows[0]):
        raise InvalidShape(f"{shape[0]} predictions for {shape}", str(rows))
    if shape.rank == 1 and is_dynamic(shape[0]) and not (rows.dims and is_dynamic(rows[0])):
        # TensorFlow fills in the number of predictions.
        shape = Shape((Unknown("the number of targets"),))
    return TensorSpec(shape, "bool")


@operation(
    "keras.ops.sort(x, axis)",
    "tensorflow.sort(values: x, axis, direction, name)",
    "numpy.sort(a: x, axis, ...)",
)
def sort(x: Argument, axis: Argument = -1) -> TensorSpec:
    """Sort along an axis: the shape stays, unless None flattens."""
    spec = ravel(x) if axis is None else tensor(x)
    place = integer_argument(0 if axis is None else axis)
    if spec.shape.dims is not None and isinstance(place, int):
        canonical_axis(place, len(spec.shape))
    return replace(spec, content=bounds(spec.content))


@operation(
    "keras.ops.{argsort}(x, axis)",
    "keras.ops.argpartition(x, kth, axis)",
    "tensorflow.argsort(values: x, axis, ...)",
    "numpy.argsort(a: x, axis, ...)",
    "numpy.ndarray.argsort(self: x, axis, ...)",
)
def argsort(x: Argument, axis: Argument = -1) -> TensorSpec:
    """Give the order of the values along an axis. Keras: ``Argsort.compute_output_spec``."""
    spec = ravel(x) if axis is None else tensor(x)
    place = integer_argument(0 if axis is None else axis)
    content = Content(0)
    if spec.shape.rank == 0:
        return unknown_tensor("the order of a single number")
    if spec.shape.dims and isinstance(place, int):
        size = spec.shape[canonical_axis(place, len(spec.shape))]
        content = Content(0, size - 1) if is_known(size) and size > 0 else content
    return TensorSpec(spec.shape, None, content=content)


@operation(
    "numpy.unique(ar: x, return_index, return_inverse, return_counts, axis, ...)",
)
def unique(
    x: Argument,
    return_index: Argument = False,
    return_inverse: Argument = False,
    return_counts: Argument = False,
    axis: Argument = None,
) -> Argument:
    """Give the values that occur, sorted: as many as nobody knows."""
    extras = (return_index, return_inverse, return_counts)
    if axis is not None or any(one is not False and one is not True for one in extras):
        return Unknown("np.unique along an axis")
    spec = ravel(x)
    count = Unknown("the number of different values")
    values = TensorSpec(Shape((count,)), spec.dtype, content=bounds(spec.content))
    if not any(extras):
        return values
    vector = TensorSpec(Shape((count,)), "int64", content=Content(0))
    # The inverse of an array with more axes is flat or not, depending on numpy's version.
    one_axis = tensor(x).shape.rank == 1
    inverse = spec.shape if one_axis else Shape.unknown("the inverse of an array")
    several = [values]
    if return_index:
        several.append(vector)
    if return_inverse:
        several.append(TensorSpec(inverse, "int64", content=Content(0)))
    return [*several, vector] if return_counts else several


@operation(
    "tensorflow.unique(x, ...)",
)
def unique_in_tensorflow(x: Argument) -> list[TensorSpec]:
    """Give the values that occur and, for each value, which of them it is."""
    spec = tensor(x)
    if spec.shape.rank not in (None, 1):
        raise InvalidShape("a vector", str(spec.shape))
    values = TensorSpec(Shape((DYNAMIC,)), spec.dtype, content=bounds(spec.content))
    return [values, TensorSpec(spec.shape, "int32", content=Content(0))]


@operation(
    "numpy.nonzero(a: x)",
)
def nonzero(x: Argument) -> Argument:
    """Give the indices of what is not zero, axis by axis."""
    spec = tensor(x)
    if spec.shape.dims is None:
        return Unknown(spec.shape.why)
    if not len(spec.shape):
        return Unknown("the indices of a single number")
    count = Unknown("the number of values that are not zero")
    return [TensorSpec(Shape((count,)), "int64", content=Content(0))] * len(spec.shape)


@operation(
    "numpy.delete(arr: x, obj, axis)",
)
def delete(x: Argument, obj: Argument, axis: Argument = None) -> TensorSpec:
    """Leave out one entry of an axis."""
    spec = ravel(x) if axis is None else tensor(x)
    place = integer_argument(0 if axis is None else axis)
    if spec.shape.dims is None or isinstance(place, Unknown):
        return unknown_tensor(spec.shape.why or "an axis that is unknown", spec.dtype)
    place = canonical_axis(place, len(spec.shape))
    size = spec.shape[place]
    one = isinstance(obj, int) and not isinstance(obj, bool)
    if one and is_known(size) and not -size <= obj < size:
        raise InvalidShape(f"an index below {size}", str(obj))
    rest: Dim = size - 1 if one or is_dynamic(size) else Unknown("how many entries are left out")
    return TensorSpec(spec.shape.with_axis(place, rest), spec.dtype, content=bounds(spec.content))
