"""Functions that make tensors larger by what they hold: pad, tile, repeat, broadcast."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, show
from keras_lint.ops.content import bounds, rearranged, rows
from keras_lint.ops.operands import (
    dim_argument,
    integer_argument,
    tensor,
    tensors,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.ops.reshaping import flatten, ravel
from keras_lint.ops.shape_arguments import pairs_argument, shape_argument
from keras_lint.shapes import (
    Content,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    surely_below,
    surely_differ,
)
from keras_lint.shapes.arithmetic import broadcast, canonical_axis


@operation(
    "keras.ops.pad(x, pad_width, mode, constant_values)",
    "numpy.pad(array: x, pad_width, mode, ...)",
)
def pad(x: Argument, pad_width: Argument) -> TensorSpec:
    """Add values before and after each axis. Keras: ``Pad.compute_output_spec``."""
    spec = tensor(x)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why, spec.dtype)
    rank = len(spec.shape)
    amounts = pairs_argument(pad_width, rank)
    if isinstance(amounts, Unknown):
        return TensorSpec(Shape.unknown_dims(rank, amounts.why), spec.dtype)
    if any(surely_below(one, 0) for pair in amounts for one in pair):
        raise InvalidArgument("pad_width", "amounts that are not negative", show(pad_width))
    if len(amounts) != rank:
        raise InvalidShape(f"an input with {len(amounts)} axes to pad", str(spec.shape))
    dims = tuple(
        before + size + after for size, (before, after) in zip(spec.shape, amounts, strict=True)
    )
    return TensorSpec(Shape(dims), spec.dtype)


@operation(
    "tensorflow.pad(tensor: x, paddings: pad_width, mode, constant_values, name)",
)
def pad_in_tensorflow(x: Argument, pad_width: Argument) -> TensorSpec:
    """Add values before and after each axis, with one pair for each."""
    spec = tensor(x)
    flat = isinstance(pad_width, int)
    if isinstance(pad_width, list | tuple):
        flat = any(isinstance(one, int) for one in pad_width)
        if spec.shape.rank not in (None, len(pad_width)):
            raise InvalidShape(f"an input with {len(pad_width)} axes to pad", str(spec.shape))
    if flat:
        raise InvalidArgument("paddings", "a pair for each axis", show(pad_width))
    return pad(spec, pad_width)


@operation(
    "keras.backend.temporal_padding(x, padding)",
)
def temporal_padding(x: Argument, padding: Argument = (1, 1)) -> TensorSpec:
    """Pad the middle axis of three."""
    return pad(x, [(0, 0), padding, (0, 0)])


@operation(
    "keras.ops.broadcast_to(x, shape)",
    "tensorflow.broadcast_to(input: x, shape, name)",
    "numpy.broadcast_to(array: x, shape, subok)",
)
def broadcast_to(x: Argument, shape: Argument) -> TensorSpec:
    """Give the shape asked for. Keras: ``BroadcastTo.compute_output_spec``."""
    spec, dims = tensor(x), shape_argument(shape)
    if isinstance(dims, Unknown):
        return unknown_tensor(dims.why, spec.dtype)
    # Keras and numpy refuse negative sizes, TensorFlow takes -1 for a size that it does not see.
    dims = tuple(Unknown("a negative size") if surely_below(dim, 0) else dim for dim in dims)
    target = Shape(dims)
    if spec.shape.dims is not None:
        if len(spec.shape) > len(dims):
            raise InvalidShape(f"an input that broadcasts to {target}", str(spec.shape))
        broadcast(spec.shape, target)
        for have, want in zip(reversed(spec.shape.dims), reversed(dims), strict=False):
            if surely_differ(have, 1) and surely_differ(have, want):
                raise InvalidShape(f"an input that broadcasts to {target}", str(spec.shape))
    return TensorSpec(target, spec.dtype, content=bounds(spec.content))


@operation(
    "keras.ops.tile(x, repeats)",
    "numpy.tile(A: x, reps: repeats)",
)
def tile(x: Argument, repeats: Argument) -> TensorSpec:
    """Repeat the whole along each axis. Keras: ``Tile.compute_output_spec``."""
    spec, counts = tensor(x), shape_argument(repeats)
    if isinstance(counts, Unknown) or spec.shape.dims is None:
        why = counts.why if isinstance(counts, Unknown) else spec.shape.why
        return unknown_tensor(why, spec.dtype)
    dims = spec.shape.dims
    rank = max(len(dims), len(counts))
    dims = (1,) * (rank - len(dims)) + dims
    counts = (1,) * (rank - len(counts)) + counts
    result = tuple(_times(size, count) for size, count in zip(dims, counts, strict=True))
    content = rows(spec.content) if counts and counts[-1] == 1 else bounds(spec.content)
    if len(counts) == 1 and is_known(counts[0]) and counts[0] > 0:
        content = rearranged(spec.content)
    return TensorSpec(Shape(result), spec.dtype, content=content)


def _times(size: Dim, count: Dim) -> Dim:
    # Keras shows None for no copies of an axis that is None, TensorFlow 0.
    if is_dynamic(size) and count == 0:
        return Unknown("no copies of an axis that is None")
    return size * count


@operation(
    "tensorflow.tile(input: x, multiples: repeats, name)",
    "keras.backend.tile(x, n: repeats)",
)
def tile_in_tensorflow(x: Argument, repeats: Argument) -> TensorSpec:
    """Repeat the whole along each axis, with one count for each."""
    spec, counts = tensor(x), shape_argument(repeats)
    count = None if isinstance(counts, Unknown) else len(counts)
    if spec.shape.dims is not None and count not in (None, len(spec.shape)):
        raise InvalidShape(f"an input with {count} axes to repeat", str(spec.shape))
    return tile(spec, repeats)


@operation(
    "keras.ops.repeat(x, repeats, axis)",
    "numpy.repeat(a: x, repeats, axis)",
    "numpy.ndarray.repeat(self: x, repeats, axis)",
)
def repeat(x: Argument, repeats: Argument, axis: Argument = None) -> TensorSpec:
    """Repeat each value along an axis. Keras: ``Repeat.compute_output_spec``."""
    spec = tensor(x)
    if axis is None:
        spec, axis = ravel(spec), 0
    place = integer_argument(axis)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why, spec.dtype)
    if isinstance(place, Unknown):
        return TensorSpec(Shape.unknown_dims(len(spec.shape), place.why), spec.dtype)
    place = canonical_axis(place, len(spec.shape))
    size = _repeated(spec.shape[place], repeats)
    content = rows(spec.content) if place < len(spec.shape) - 1 else bounds(spec.content)
    if len(spec.shape) == 1 and isinstance(repeats, int) and repeats > 0:
        content = rearranged(spec.content)
    return TensorSpec(spec.shape.with_axis(place, size), spec.dtype, content=content)


def _repeated(size: Dim, repeats: Argument) -> Dim:
    if isinstance(repeats, list | tuple):
        counts = shape_argument(repeats)
        assert not isinstance(counts, Unknown), "the length of a list is known"
        if len(counts) == 1:
            return _times(size, counts[0])
        if is_known(size) and size != len(counts):
            raise InvalidShape(f"one count for each of {size} entries", f"{len(counts)}")
        total: Dim = 0
        for count in counts:
            total = total + count
        return total
    if isinstance(repeats, TensorSpec) and repeats.shape.rank != 0:
        return Unknown("counts that are computed")
    return _times(size, dim_argument(repeats))


@operation(
    "tensorflow.repeat(input: x, repeats, axis, name)",
)
def repeat_in_tensorflow(x: Argument, repeats: Argument, axis: Argument = None) -> TensorSpec:
    """Repeat each value along an axis; a list of counts hides the sum from TensorFlow."""
    result = repeat(flatten(x), repeats, 0) if axis is None else repeat(x, repeats, axis)
    if isinstance(repeats, list | tuple) and len(repeats) > 1 and result.shape.rank:
        place = 0 if axis is None else integer_argument(axis)
        if not isinstance(place, Unknown):
            hidden = Unknown("TensorFlow does not add up the counts")
            return TensorSpec(result.shape.with_axis(place, hidden), result.dtype)
    return result


@operation(
    "keras.backend.repeat(x, n)",
)
def repeat_vector(x: Argument, n: Argument) -> TensorSpec:
    """Repeat rows along a new axis: ``(batch, k) -> (batch, n, k)``."""
    spec = tensor(x)
    if spec.shape.rank not in (None, 2):
        raise InvalidShape("a tensor with 2 axes", str(spec.shape))
    if spec.shape.dims is None:
        return TensorSpec(Shape.unknown_dims(3, spec.shape.why), spec.dtype)
    return TensorSpec(spec.shape.with_inserted(1, dim_argument(n)), spec.dtype)


@operation(
    "keras.backend.repeat_elements(x, rep, axis)",
)
def repeat_elements(x: Argument, rep: Argument, axis: Argument) -> TensorSpec:
    """Repeat each value along an axis."""
    return repeat(x, rep, axis)


@operation(
    "tensorflow.ensure_shape(x, shape, name)",
)
def ensure_shape(x: Argument, shape: Argument) -> TensorSpec:
    """Check a shape and take over what it says: ``None`` leaves a size as it is."""
    spec, dims = tensor(x), shape_argument(shape)
    if isinstance(dims, Unknown):
        return spec
    if spec.shape.dims is None:
        left = Unknown("a size that `ensure_shape` leaves open")
        known = tuple(left if is_dynamic(dim) else dim for dim in dims)
        return TensorSpec(Shape(known), spec.dtype, content=spec.content)
    if len(dims) != len(spec.shape):
        raise InvalidShape(f"a tensor of shape {Shape(dims)}", str(spec.shape))
    merged = []
    for have, want in zip(spec.shape.dims, dims, strict=True):
        if surely_differ(have, want):
            raise InvalidShape(f"a tensor of shape {Shape(dims)}", str(spec.shape))
        merged.append(have if is_dynamic(want) or is_known(have) else want)
    return TensorSpec(Shape(tuple(merged)), spec.dtype, content=spec.content)


@operation(
    "tensorflow.meshgrid(*args: xs, *, indexing, ...)",
    "numpy.meshgrid(*xi: xs, *, indexing, sparse, copy)",
)
def meshgrid(
    xs: tuple[Argument, ...] = (), indexing: Argument = "xy", sparse: Argument = False
) -> Argument:
    """Give the grids over several vectors. Keras: ``Meshgrid.compute_output_spec``."""
    parts = tensors(list(xs))
    if isinstance(parts, Unknown) or sparse is not False or indexing not in ("xy", "ij"):
        return Unknown("the grids depend on what is unknown")
    sizes: list[Dim] = []
    for one in parts:
        if one.shape.dims is None:
            return Unknown(one.shape.why)
        flat = ravel(one).shape
        sizes.append(flat[0])
    if indexing == "xy" and len(sizes) > 1:
        sizes[0], sizes[1] = sizes[1], sizes[0]
    content: Content | None = None
    return [TensorSpec(Shape(tuple(sizes)), one.dtype, content=content) for one in parts]


@operation(
    "keras.ops.meshgrid(*x: xs, *, indexing)",
)
def meshgrid_in_keras(xs: tuple[Argument, ...] = (), indexing: Argument = "xy") -> Argument:
    """Give the grids over several vectors, symbolic ones as floats whatever they hold."""
    grids = meshgrid(xs, indexing)
    if isinstance(grids, Unknown):
        return grids
    return [TensorSpec(one.shape, "float32" if one.dtype == "float32" else None) for one in grids]


@operation(
    "tensorflow.sequence_mask(lengths, maxlen, dtype, name)",
)
def sequence_mask(lengths: Argument, maxlen: Argument = None, dtype: Argument = None) -> TensorSpec:
    """Give a mask with the first values of each row set: ``(...) -> (..., maxlen)``."""
    spec = tensor(lengths)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why)
    size: Dim = Unknown("the greatest length") if maxlen is None else dim_argument(maxlen)
    if is_known(size) and size < 0:
        raise InvalidArgument("maxlen", "a non-negative int", str(size))
    return TensorSpec(Shape((*spec.shape, size)), "bool" if dtype is None else None)
