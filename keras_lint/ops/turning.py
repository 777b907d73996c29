"""Functions that mirror and rotate arrays in the plane of two axes."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, show
from keras_lint.ops.content import rearranged
from keras_lint.ops.operands import (
    axes_argument,
    canonical_axes,
    integer_argument,
    tensor,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.ops.reshaping import same_shape
from keras_lint.shapes import InvalidArgument, InvalidShape, Shape, TensorSpec, Unknown


@operation(
    "numpy.fliplr(m: x)",
)
def fliplr(x: Argument) -> TensorSpec:
    """Flip the second axis."""
    spec = tensor(x)
    if spec.shape.rank is not None and spec.shape.rank < 2:
        raise InvalidShape("an array with at least 2 axes", str(spec.shape))
    return same_shape(spec)


@operation(
    "keras.ops.rot90(array: x, k, axes)",
)
def rot90_in_keras(x: Argument, k: Argument = 1, axes: Argument = (0, 1)) -> TensorSpec:
    """Rotate in the plane of two axes.

    Keras: ``Rot90.compute_output_spec`` swaps the sizes whatever ``k`` is, the call does not.
    """
    turns, rank = integer_argument(k), tensor(x).shape.rank
    if isinstance(turns, int) and turns % 2:
        return rot90(x, k, axes)
    why = "the sizes that Keras shows for half turns"
    return TensorSpec(
        Shape.unknown(why) if rank is None else Shape.unknown_dims(rank, why), tensor(x).dtype
    )


@operation(
    "numpy.rot90(m: x, k, axes)",
)
def rot90(x: Argument, k: Argument = 1, axes: Argument = (0, 1)) -> TensorSpec:
    """Rotate in the plane of two axes. Keras: ``Rot90.compute_output_spec``."""
    spec = tensor(x)
    turns, plane = integer_argument(k), axes_argument(axes)
    if spec.shape.dims is None or plane is None or isinstance(plane, Unknown):
        return unknown_tensor(spec.shape.why or "axes that are unknown", spec.dtype)
    if len(plane) != 2:
        raise InvalidArgument("axes", "two axes", show(axes))
    one, two = canonical_axes(plane, len(spec.shape))
    dims = list(spec.shape)
    if isinstance(turns, Unknown):
        if dims[one] != dims[two]:
            dims[one] = dims[two] = turns
    elif turns % 2:
        dims[one], dims[two] = dims[two], dims[one]
    return TensorSpec(Shape(tuple(dims)), spec.dtype, content=rearranged(spec.content))
