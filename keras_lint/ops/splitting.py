"""Functions that take tensors apart: split, unstack."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.layers.arguments import Argument, show
from keras_lint.ops.content import bounds, rows
from keras_lint.ops.operands import dim_argument, integer_argument, tensor
from keras_lint.ops.operation import operation
from keras_lint.ops.shape_arguments import shape_argument
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    surely_differ,
)
from keras_lint.shapes.arithmetic import canonical_axis


@operation(
    "keras.ops.split(x, indices_or_sections: sections, axis)",
    "numpy.split(ary: x, indices_or_sections: sections, axis)",
)
def split(x: Argument, sections: Argument, axis: Argument = 0) -> Argument:
    """Cut into equal parts, or before given indices. Keras: ``Split.compute_output_spec``."""
    return _split(x, sections, axis, equal=True)


@operation(
    "numpy.array_split(ary: x, indices_or_sections: sections, axis)",
)
def array_split(x: Argument, sections: Argument, axis: Argument = 0) -> Argument:
    """Cut into parts that differ by one at most, or before given indices."""
    return _split(x, sections, axis, equal=False)


@operation(
    "keras.ops.array_split(x, indices_or_sections: sections, axis)",
)
def array_split_in_keras(x: Argument, sections: Argument, axis: Argument = 0) -> Argument:
    """Cut into so many parts, which differ by one at most."""
    if isinstance(sections, list | tuple):
        raise InvalidArgument("indices_or_sections", "an int", show(sections))
    return array_split(x, sections, axis)


@operation(
    "keras.ops.vsplit(x, indices_or_sections: sections)",
)
def vsplit_in_keras(x: Argument, sections: Argument) -> Argument:
    """Cut along the first axis; of a vector, Keras refuses a symbolic one only."""
    if tensor(x).shape.rank == 1:
        return Unknown("the pieces of a vector")
    return vsplit(x, sections)


@operation(
    "numpy.vsplit(ary: x, indices_or_sections: sections)",
)
def vsplit(x: Argument, sections: Argument) -> Argument:
    """Cut along the first axis of at least two."""
    return _split(_ranked(x, 2), sections, 0, equal=True)


@operation(
    "keras.ops.hsplit(x, indices_or_sections: sections)",
    "numpy.hsplit(ary: x, indices_or_sections: sections)",
)
def hsplit(x: Argument, sections: Argument) -> Argument:
    """Cut along the second axis, a vector along its only one."""
    spec = _ranked(x, 1)
    if spec.shape.rank is None:
        return Unknown(spec.shape.why)
    return _split(spec, sections, 0 if spec.shape.rank == 1 else 1, equal=True)


@operation(
    "keras.ops.dsplit(x, indices_or_sections: sections)",
    "numpy.dsplit(ary: x, indices_or_sections: sections)",
)
def dsplit(x: Argument, sections: Argument) -> Argument:
    """Cut along the third axis."""
    return _split(_ranked(x, 3), sections, 2, equal=True)


def _ranked(x: Argument, rank: int) -> TensorSpec:
    spec = tensor(x)
    if spec.shape.rank is not None and spec.shape.rank < rank:
        raise InvalidShape(f"an array with at least {rank} axes", str(spec.shape))
    return spec


def _split(x: Argument, sections: Argument, axis: Argument, *, equal: bool) -> Argument:
    spec, place = tensor(x), integer_argument(axis)
    if isinstance(sections, list | tuple) or (
        isinstance(sections, TensorSpec) and sections.shape.rank == 1
    ):
        indices = shape_argument(sections)
        if isinstance(indices, Unknown):
            return indices
        return _parts(spec, place, _between(spec, place, indices), len(indices) + 1)
    count = integer_argument(sections)
    if isinstance(count, Unknown):
        return count
    if count < 1:
        raise InvalidArgument("indices_or_sections", "a positive int", str(count))
    if spec.shape.dims is None or isinstance(place, Unknown):
        return _parts(spec, place, None, count)
    place = canonical_axis(place, len(spec.shape))
    size = spec.shape[place]
    if equal:
        if is_known(size) and size % count:
            raise InvalidShape(
                f"a multiple of {count} on axis {place}", str(spec.shape), axis=place
            )
        return _parts(spec, place, [size // count] * count, count)
    if is_known(size):
        rest = size % count
        return _parts(spec, place, [size // count + (i < rest) for i in range(count)], count)
    return _parts(spec, place, None, count)


def _between(spec: TensorSpec, axis: int | Unknown, indices: Sequence[Dim]) -> list[Dim] | None:
    """Give the sizes of the pieces that start at 0 and at each index."""
    if spec.shape.dims is None or isinstance(axis, Unknown):
        return None
    size = spec.shape[canonical_axis(axis, len(spec.shape))]
    sizes: list[Dim] = []
    for start, stop in zip((0, *indices), (*indices, None), strict=True):
        if is_known(size) and is_known(start) and (stop is None or is_known(stop)):
            sizes.append(len(range(size)[start:stop]))
        elif is_dynamic(size):
            # Keras: _compute_split_output_spec trusts the indices.
            sizes.append(size if stop is None else stop - start)
        else:
            sizes.append(Unknown("a piece between unknown indices"))
    return sizes


def _parts(
    spec: TensorSpec, axis: int | Unknown, sizes: Sequence[Dim] | None, count: int
) -> list[TensorSpec]:
    if spec.shape.dims is None:
        return [TensorSpec(spec.shape, spec.dtype, content=bounds(spec.content))] * count
    rank = len(spec.shape)
    if isinstance(axis, Unknown):
        return [TensorSpec(Shape.unknown_dims(rank, axis.why), spec.dtype)] * count
    place = canonical_axis(axis, rank)
    sizes = sizes or [Unknown("the size of a piece")] * count
    content = bounds(spec.content) if place == rank - 1 else rows(spec.content)
    return [
        TensorSpec(spec.shape.with_axis(place, size), spec.dtype, content=content) for size in sizes
    ]


@operation(
    "tensorflow.split(value: x, num_or_size_splits: sections, axis, num, name)",
)
def split_in_tensorflow(
    x: Argument, sections: Argument, axis: Argument = 0, num: Argument = None
) -> Argument:
    """Cut into equal parts, or into parts of given sizes, one of which may be -1."""
    if not isinstance(sections, list | tuple) and not (
        isinstance(sections, TensorSpec) and sections.shape.rank != 0
    ):
        return _split(x, sections, axis, equal=True)
    spec, place = tensor(x), integer_argument(axis)
    sizes = shape_argument(sections)
    if isinstance(sizes, Unknown):
        return sizes
    if spec.shape.dims is None or isinstance(place, Unknown):
        return _parts(spec, place, None, len(sizes))
    place = canonical_axis(place, len(spec.shape))
    size = spec.shape[place]
    given: Dim = 0
    for one in sizes:
        given = given + (0 if one == -1 else one)
    expected = f"pieces that add up to {size} on axis {place}"
    if -1 not in sizes and surely_differ(given, size):
        raise InvalidShape(expected, show(sections), axis=place)
    if is_known(given) and is_known(size) and given > size:
        raise InvalidShape(expected, show(sections), axis=place)
    pieces = [size - given if one == -1 else one for one in sizes]
    return _parts(spec, place, pieces, len(sizes))


@operation(
    "keras.ops.unstack(x, num, axis)",
    "tensorflow.unstack(value: x, num, axis, name)",
    "numpy.unstack(x, *, axis)",
)
def unstack(x: Argument, num: Argument = None, axis: Argument = 0) -> Argument:
    """Give the slices along an axis, without it. Keras: ``Unstack.compute_output_spec``."""
    spec, place = tensor(x), integer_argument(axis)
    count = None if num is None else dim_argument(num)
    if isinstance(place, Unknown):
        return place
    if count == 0:
        return Unknown("no slices, which Keras takes for any number of them")
    if spec.shape.dims is None:
        if count is not None and is_known(count):
            return [TensorSpec(spec.shape, spec.dtype)] * count
        return Unknown(spec.shape.why)
    if not len(spec.shape):
        raise InvalidShape("a tensor with at least one axis", str(spec.shape))
    place = canonical_axis(place, len(spec.shape))
    size = spec.shape[place]
    if is_dynamic(size) and count is None:
        raise InvalidShape(f"a known size on axis {place}", str(spec.shape), axis=place)
    if count is not None and surely_differ(size, count):
        raise InvalidShape(f"{count} on axis {place}", str(spec.shape), axis=place)
    if count is not None and (size == 0 or not is_known(size)):
        size = count
    if not is_known(size) or (count is not None and not is_known(count)):
        return Unknown("the number of slices is unknown")
    content = bounds(spec.content) if place == len(spec.shape) - 1 else rows(spec.content)
    part = TensorSpec(spec.shape.without_axis(place), spec.dtype, content=content)
    return [part] * size
