"""Functions that rearrange values: reshape, transpose, flip, expand, squeeze."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from keras_lint.layers.arguments import Argument, show
from keras_lint.ops.content import rearranged, rows
from keras_lint.ops.operands import (
    axes_argument,
    canonical_axes,
    integer_argument,
    tensor,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.ops.shape_arguments import shape_argument
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    is_unknown,
    product,
    surely_differ,
)
from keras_lint.shapes.arithmetic import canonical_axis
from keras_lint.shapes.arithmetic import reshape as reshape_shape


@operation(
    "keras.ops.reshape(x, newshape)",
    "numpy.reshape(a: x, shape: newshape, order, *, newshape, ...)",
    "numpy.ndarray.reshape(self: x, *shape: newshape, ...)",
)
def reshape(x: Argument, newshape: Argument) -> TensorSpec:
    """Give another shape to the same values. Keras: ``compute_reshape_output_shape``."""
    spec = tensor(x)
    target = _unwrapped(newshape)
    if isinstance(target, Unknown):
        return unknown_tensor(target.why, spec.dtype)
    return _reshaped(spec, target, _reshape(spec.shape, target))


@operation(
    "tensorflow.reshape(tensor: x, shape: newshape, name)",
    "keras.backend.reshape(x, shape: newshape)",
)
def reshape_in_tensorflow(x: Argument, newshape: Argument) -> TensorSpec:
    """Give another shape to the same values, as TensorFlow's shape inference does.

    TensorFlow fills in the one size that is missing, be it ``-1`` or a size that it cannot
    see, and compares divisibility although the batch is ``None``.

    Raises:
        InvalidArgument: a size is Python's None, which TensorFlow does not convert.
        InvalidShape: the number of values differs.
    """
    spec = tensor(x)
    if newshape is None or (isinstance(newshape, list | tuple) and None in newshape):
        raise InvalidArgument("shape", "sizes or -1", show(newshape))
    target = _unwrapped(newshape)
    if isinstance(target, Unknown):
        return unknown_tensor(target.why, spec.dtype)
    if spec.shape.dims is None:
        return _reshaped(spec, target, _reshape(spec.shape, target))
    unsure = 0 in spec.shape.dims or any(is_unknown(dim) for dim in spec.shape)
    if unsure and any(is_dynamic(dim) for dim in spec.shape):
        return TensorSpec(_of_nothing(target), spec.dtype)
    hidden = [index for index, dim in enumerate(target) if is_dynamic(dim) or dim == -1]
    if len(hidden) > 1:
        dims = tuple(DYNAMIC if is_dynamic(dim) or dim == -1 else dim for dim in target)
        return _reshaped(spec, target, Shape(dims))
    if len(hidden) == 1:
        dims = tuple(-1 if index == hidden[0] else dim for index, dim in enumerate(target))
        return _reshaped(spec, target, _reshape(spec.shape, dims))
    have = [dim for dim in spec.shape if not is_dynamic(dim)]
    count, need = product(have), product(target)
    one_open = len(have) == len(spec.shape) - 1
    if one_open and is_known(count) and is_known(need) and (count == 0 or need % count):
        raise InvalidShape(f"a multiple of {count} values for {spec.shape}", f"{need}")
    return _reshaped(spec, target, _reshape(spec.shape, target))


def _of_nothing(target: tuple[Dim, ...]) -> Shape:
    # TensorFlow sees that there are no values although it does not see every size.
    hidden = Unknown("a size of a tensor that may be without values")
    return Shape(tuple(hidden if is_dynamic(dim) or dim == -1 else dim for dim in target))


def _unwrapped(newshape: Argument) -> tuple[Dim, ...] | Unknown:
    # A method takes the sizes one by one or as one tuple.
    if isinstance(newshape, tuple) and len(newshape) == 1:
        if isinstance(newshape[0], Sequence | TensorSpec) and not isinstance(newshape[0], str):
            newshape = newshape[0]
        elif isinstance(newshape[0], Unknown):
            return newshape[0]
    dims = shape_argument(newshape)
    if not isinstance(dims, Unknown):
        known = [dim for dim in dims if is_known(dim)]
        if any(dim < -1 for dim in known) or known.count(-1) > 1:
            raise InvalidArgument("newshape", "sizes with at most one -1", show(newshape))
    return dims


def _reshape(shape: Shape, target: tuple[Dim, ...]) -> Shape:
    unseen = any(is_dynamic(dim) for dim in target)
    if shape.dims is not None and (unseen or any(is_dynamic(dim) for dim in shape)):
        # Keras: with None on either side, -1 becomes None and nothing is compared.
        return Shape(tuple(DYNAMIC if dim == -1 else dim for dim in target))
    return reshape_shape(shape, target)


def _reshaped(spec: TensorSpec, target: tuple[Dim, ...], shape: Shape) -> TensorSpec:
    whole = bool(target) and bool(spec.shape.dims) and target[-1] == spec.shape[-1]
    whole = whole and is_known(target[-1])
    content = rows(spec.content) if whole else None
    content = content if content and content.one_hot else rearranged(spec.content)
    return TensorSpec(shape, spec.dtype, content=content)


@operation(
    "keras.ops.ravel(x)",
    "numpy.ravel(a: x, order)",
    "numpy.ndarray.{ravel,flatten}(self: x, order)",
)
def ravel(x: Argument) -> TensorSpec:
    """Give all values in one axis. Keras: ``Ravel.compute_output_spec``."""
    return reshape(x, -1)


@operation(
    "keras.backend.flatten(x)",
)
def flatten(x: Argument) -> TensorSpec:
    """Give all values in one axis, as TensorFlow's reshape does."""
    return reshape_in_tensorflow(x, (-1,))


@operation(
    "keras.backend.batch_flatten(x)",
)
def batch_flatten(x: Argument) -> TensorSpec:
    """Flatten all but the first axis: ``(n, ...) -> (n, product)``."""
    spec = tensor(x)
    if not spec.shape.dims:
        why = spec.shape.why or "a number has no batch"
        return replace(spec, shape=Shape.unknown_dims(2, why), content=None)
    if any(is_dynamic(dim) for dim in spec.shape):
        # Keras: K.reshape(x, stack([-1, prod(shape(x)[1:])])), which TensorFlow cannot see.
        return TensorSpec(Shape((DYNAMIC, DYNAMIC)), spec.dtype)
    if 0 in spec.shape.dims:
        return TensorSpec(Shape.unknown_dims(2, "no values to flatten"), spec.dtype)
    return TensorSpec(Shape((spec.shape[0], product(spec.shape.known[1:]))), spec.dtype)


@operation(
    "keras.ops.transpose(x, axes)",
    "keras.backend.{transpose}(x)",
    "keras.backend.permute_dimensions(x, pattern: axes)",
    "tensorflow.transpose(a: x, perm: axes, conjugate, name)",
    "numpy.{transpose,permute_dims}(a: x, axes)",
)
def transpose(x: Argument, axes: Argument = None) -> TensorSpec:
    """Permute the axes. Keras: ``compute_transpose_output_shape``."""
    spec = tensor(x)
    order = axes_argument(axes)
    rank = spec.shape.rank
    if rank is None or isinstance(order, Unknown):
        if rank is None and not isinstance(order, Unknown | None):
            rank = len(order)
        if rank is None:
            return unknown_tensor(spec.shape.why, spec.dtype)
        return TensorSpec(Shape.unknown_dims(rank, "a transposed unknown"), spec.dtype)
    if order is None:
        order = tuple(reversed(range(rank)))
    if len(order) != rank:
        raise InvalidShape(f"an input with {len(order)} axes, as in {order}", str(spec.shape))
    dims = tuple(spec.shape[axis] for axis in canonical_axes(order, rank))
    return TensorSpec(Shape(dims), spec.dtype, content=rearranged(spec.content))


@operation(
    "numpy.ndarray.transpose(self: x, *axes)",
)
def transpose_method(x: Argument, axes: tuple[Argument, ...] = ()) -> TensorSpec:
    """Permute the axes, which are given one by one or as a tuple."""
    if not axes:
        return transpose(x)
    return transpose(x, axes[0] if len(axes) == 1 else axes)


@operation(
    "tensorflow.linalg.matrix_transpose(a: x, ...)",
    "tensorflow.linalg.adjoint(matrix: x, name)",
    "numpy.{matrix_transpose}(x)",
    "numpy.linalg.matrix_transpose(x)",
)
def matrix_transpose(x: Argument) -> TensorSpec:
    """Swap the last two axes: ``(..., m, n) -> (..., n, m)``."""
    return swapaxes(x, -1, -2)


@operation(
    "keras.ops.swapaxes(x, axis1, axis2)",
    "numpy.swapaxes(a: x, axis1, axis2)",
    "numpy.ndarray.swapaxes(self: x, axis1, axis2)",
)
def swapaxes(x: Argument, axis1: Argument, axis2: Argument) -> TensorSpec:
    """Swap two axes. Keras: ``SwapAxes.compute_output_spec``."""
    spec = tensor(x)
    first, second = integer_argument(axis1), integer_argument(axis2)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why, spec.dtype)
    rank = len(spec.shape)
    if isinstance(first, Unknown) or isinstance(second, Unknown):
        return TensorSpec(Shape.unknown_dims(rank, "axes that are unknown"), spec.dtype)
    order = list(range(rank))
    one, two = canonical_axis(first, rank), canonical_axis(second, rank)
    order[one], order[two] = order[two], order[one]
    return transpose(spec, order)


@operation(
    "keras.ops.moveaxis(x, source, destination)",
    "numpy.moveaxis(a: x, source, destination)",
)
def moveaxis(x: Argument, source: Argument, destination: Argument) -> TensorSpec:
    """Move axes to other places. Keras: ``Moveaxis.compute_output_spec``."""
    spec = tensor(x)
    taken, places = axes_argument(source), axes_argument(destination)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why, spec.dtype)
    rank = len(spec.shape)
    if taken is None or places is None or isinstance(taken, Unknown | None):
        return TensorSpec(Shape.unknown_dims(rank, "axes that are unknown"), spec.dtype)
    if isinstance(places, Unknown):
        return TensorSpec(Shape.unknown_dims(rank, places.why), spec.dtype)
    if len(taken) != len(places):
        raise InvalidArgument("destination", f"{len(taken)} axes", show(destination))
    sources, targets = (
        tuple(canonical_axis(axis, rank) for axis in axes) for axes in (taken, places)
    )
    if len(set(sources)) < len(taken) or len(set(targets)) < len(taken):
        # numpy refuses it, Keras does not look.
        return TensorSpec(Shape.unknown_dims(rank, "an axis that is named twice"), spec.dtype)
    order = [axis for axis in range(rank) if axis not in sources]
    for target, axis in sorted(zip(targets, sources, strict=True)):
        order.insert(target, axis)
    return transpose(spec, order)


@operation(
    "keras.ops.expand_dims(x, axis)",
    "numpy.expand_dims(a: x, axis)",
)
def expand_dims(x: Argument, axis: Argument = -1) -> TensorSpec:
    """Insert axes of size 1. Keras: ``compute_expand_dims_output_shape``."""
    spec = tensor(x)
    places = axes_argument(axis)
    if spec.shape.dims is None or places is None or isinstance(places, Unknown):
        if spec.shape.dims is not None and not isinstance(axis, list | tuple | Unknown):
            rank = len(spec.shape) + 1
            return TensorSpec(Shape.unknown_dims(rank, "an axis that is unknown"), spec.dtype)
        return unknown_tensor(spec.shape.why or "axes that are unknown", spec.dtype)
    rank = len(spec.shape) + len(places)
    if len(set(places)) != len(places):
        # numpy refuses it, Keras inserts one axis after the other.
        return TensorSpec(Shape.unknown_dims(rank, "an axis that is named twice"), spec.dtype)
    inserted = canonical_axes(places, rank)
    remaining = iter(spec.shape)
    dims = tuple(1 if index in inserted else next(remaining) for index in range(rank))
    last = rank - 1 in inserted
    one_hot = rows(spec.content)
    content = one_hot if one_hot and one_hot.one_hot and not last else rearranged(spec.content)
    return TensorSpec(Shape(dims), spec.dtype, content=content)


@operation(
    "keras.backend.expand_dims(x, axis, *, dim: axis)",
    "tensorflow.expand_dims(input: x, axis, name)",
)
def expand_dims_in_tensorflow(x: Argument, axis: Argument = -1) -> TensorSpec:
    """Insert one axis of size 1."""
    if isinstance(axis, list | tuple) and len(axis) != 1:
        raise InvalidArgument("axis", "one axis", show(axis))
    return expand_dims(x, axis)


@operation(
    "keras.ops.squeeze(x, axis)",
)
def squeeze_in_keras(x: Argument, axis: Argument = None) -> TensorSpec:
    """Drop axes of size 1. Keras: ``Squeeze.compute_output_spec``, where None is not 1."""
    spec = tensor(x)
    if axis is None and spec.shape.dims is not None:
        ones = [index for index, dim in enumerate(spec.shape) if dim == 1]
        settled = all(is_known(dim) or is_dynamic(dim) for dim in spec.shape)
        if settled and any(is_dynamic(dim) for dim in spec.shape):
            return squeeze(spec, ones) if ones else spec
    places = axes_argument(axis)
    if spec.shape.dims is not None and isinstance(places, tuple):
        for place in {canonical_axis(one, len(spec.shape)) for one in places}:
            if is_dynamic(spec.shape[place]):
                raise InvalidShape(f"size 1 on axis {place}", str(spec.shape), axis=place)
    return squeeze(spec, axis)


@operation(
    "keras.backend.squeeze(x, axis)",
    "tensorflow.squeeze(input: x, axis, name)",
    "numpy.squeeze(a: x, axis)",
    "numpy.ndarray.squeeze(self: x, axis)",
)
def squeeze(x: Argument, axis: Argument = None) -> TensorSpec:
    """Drop axes of size 1. Keras: ``Squeeze.compute_output_spec``."""
    spec = tensor(x)
    places = axes_argument(axis)
    if spec.shape.dims is None or isinstance(places, Unknown):
        return unknown_tensor(spec.shape.why or "an axis that is unknown", spec.dtype)
    content = rearranged(spec.content)
    if places == ():
        # numpy drops nothing then, TensorFlow all that it can.
        if all(is_known(dim) and dim != 1 for dim in spec.shape):
            return spec
        return unknown_tensor("an empty list of axes", spec.dtype)
    if not places:
        if any(is_unknown(dim) or not (is_known(dim) or is_dynamic(dim)) for dim in spec.shape):
            return unknown_tensor("an unknown size may be 1", spec.dtype)
        if any(is_dynamic(dim) for dim in spec.shape):
            # TensorFlow loses the rank here.
            return unknown_tensor("a size that is None may be 1", spec.dtype)
        kept = tuple(dim for dim in spec.shape if dim != 1)
        return TensorSpec(Shape(kept), spec.dtype, content=content)
    dropped = {canonical_axis(place, len(spec.shape)) for place in places}
    for index in dropped:
        if surely_differ(spec.shape[index], 1):
            raise InvalidShape(f"size 1 on axis {index}", str(spec.shape), axis=index)
    if len(dropped) < len(places):
        # numpy refuses it, TensorFlow drops the axis once, Keras again and again.
        return unknown_tensor("an axis that is named twice", spec.dtype)
    dims = tuple(dim for index, dim in enumerate(spec.shape) if index not in dropped)
    return TensorSpec(Shape(dims), spec.dtype, content=content)


@operation(
    "keras.ops.{flip,roll}(x, ...)",
    "keras.backend.reverse(x, axes)",
    "tensorflow.reverse(tensor: x, axis, name)",
    "tensorflow.roll(input: x, shift, axis, name)",
    "tensorflow.reverse_sequence(input: x, ...)",
    "tensorflow.random.shuffle(value: x, seed, name)",
    "keras.random.shuffle(x, axis, seed)",
    "numpy.{flip,flipud}(m: x, ...)",
    "numpy.roll(a: x, ...)",
)
def same_shape(x: Argument) -> TensorSpec:
    """Reorder the values within their axes: the shape stays."""
    spec = tensor(x)
    return replace(spec, content=rearranged(spec.content))
