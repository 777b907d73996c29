"""Arithmetic on shapes, as Keras's own operations do it (``keras/src/ops/operation_utils.py``).

Every function takes unknown parts and gives unknown parts back; it raises ``InvalidShape``
only where the known parts alone make Keras refuse.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce

from keras_lint.shapes.dim import (
    Dim,
    ceil_divide,
    is_dynamic,
    is_known,
    is_unknown,
    product,
    surely_below,
    surely_differ,
)
from keras_lint.shapes.errors import InvalidShape
from keras_lint.shapes.shape import Shape
from keras_lint.shapes.unknown import Unknown


def broadcast_dims(left: Dim, right: Dim) -> Dim:
    """Broadcast two dims. Keras: ``broadcast_shapes`` lets a size win over ``None``."""
    if left == 1 or left == right:
        return right
    if right == 1:
        return left
    if is_unknown(left) or is_unknown(right):
        known = right if is_unknown(left) else left
        # An unknown size against a size above one can only be 1, None or that size.
        return known if is_known(known) else Unknown("a broadcast with an unknown size")
    if is_dynamic(left) or is_dynamic(right):
        size = right if is_dynamic(left) else left
        # A symbol may be 1, which gives way to None; TensorFlow shows None beside 0.
        if is_known(size) and size:
            return size
        return Unknown("a broadcast of None and a size that may give way to it")
    if surely_differ(left, right) and is_known(left) and is_known(right):
        raise InvalidShape(f"a size that broadcasts with {left}", str(right))
    if is_known(left) != is_known(right):
        return left if is_known(left) else right
    return Unknown("a broadcast of two sizes that may differ")


def broadcast(*shapes: Shape) -> Shape:
    """Broadcast shapes together, as numpy and Keras do: ``(3, 1), (4,) -> (3, 4)``.

    Raises:
        InvalidShape: two sizes differ and neither is 1.
    """
    return reduce(_broadcast_pair, shapes)


def _broadcast_pair(left: Shape, right: Shape) -> Shape:
    if left.dims is None or right.dims is None:
        return left if left.dims is None else right
    rank = max(len(left), len(right))
    padded = [(1,) * (rank - len(shape)) + shape.known for shape in (left, right)]
    try:
        return Shape(tuple(broadcast_dims(a, b) for a, b in zip(*padded, strict=True)))
    except InvalidShape:
        raise InvalidShape(f"a shape that broadcasts with {left}", str(right)) from None


def window_output(
    size: Dim,
    window: Dim,
    stride: Dim,
    padding: str | Unknown,
    dilation: Dim = 1,
) -> Dim:
    """Give the number of positions of a sliding window: of a convolution or a pool.

    Keras: ``compute_conv_output_shape`` and ``compute_pooling_output_shape``. ``padding`` is
    ``valid``, ``same`` or ``causal``.

    Raises:
        InvalidShape: with ``valid`` padding the window does not fit once.
    """
    if is_unknown(size) or is_dynamic(size):
        return size
    if isinstance(padding, Unknown):
        return padding
    if padding == "valid":
        reach = dilation * (window - 1) + 1
        result = (size - reach) // stride + 1
        if surely_below(result, 1):
            raise InvalidShape(f"a size of at least {reach}", str(size))
        return result
    return (size - 1) // stride + 1 if not is_known(stride) else ceil_divide(size, stride)


def reshape(shape: Shape, target: Sequence[Dim]) -> Shape:
    """Give the shape after a reshape; one ``-1`` in ``target`` stands for what remains.

    Keras: ``compute_reshape_output_shape``. The batch axis is not treated apart.

    Raises:
        InvalidShape: the number of values differs, or does not divide.
    """
    wanted = tuple(target)
    if shape.dims is None:
        why = Unknown(shape.why)
        return Shape(tuple(why if dim == -1 else dim for dim in wanted))
    have = product(shape.known)
    if -1 not in wanted:
        need = product(wanted)
        if surely_differ(have, need):
            raise InvalidShape(f"{need} values for {Shape(wanted)}", f"{have} in {shape}")
        return Shape(wanted)
    rest = product(dim for dim in wanted if dim != -1)
    if is_known(have) and is_known(rest) and (rest == 0 or have % rest):
        raise InvalidShape(f"a multiple of {rest} values for {Shape(wanted)}", f"{have} in {shape}")
    inferred = have // rest
    return Shape(tuple(inferred if dim == -1 else dim for dim in wanted))


def concatenate(shapes: Sequence[Shape], axis: int) -> Shape:
    """Give the shape of tensors joined along one axis.

    Keras: ``keras.ops.concatenate``. A known size wins over ``None`` on the other axes.

    Raises:
        InvalidShape: the ranks differ, the axis does not exist, or another axis differs.
    """
    known = [shape for shape in shapes if shape.dims is not None]
    if not known:
        return shapes[0]
    first = known[0]
    rank = len(first)
    for shape in known[1:]:
        if len(shape) != rank:
            raise InvalidShape(f"inputs of the same rank as {first}", str(shape))
    if not -rank <= axis < rank:
        raise InvalidShape(f"an axis of {first}", f"axis {axis}")
    axis %= rank
    dims: list[Dim] = []
    for index in range(rank):
        if index == axis:
            total: Dim = 0
            for shape in known:
                total = total + shape[axis]
            complete = len(known) == len(shapes)
            dims.append(total if complete else Unknown("an input of unknown shape"))
            continue
        expected = f"inputs of equal size on axis {index}, as in {first}"
        dim = reduce(partial(agreed_dim, expected=expected), (shape[index] for shape in known))
        if is_dynamic(dim) and len(known) < len(shapes):
            # The shape that is unknown may have a size where the others have None.
            dim = Unknown("a size that one of several tensors may have")
        dims.append(dim)
    return Shape(tuple(dims))


def agreed_dim(left: Dim, right: Dim, expected: str) -> Dim:
    """Give the size that two axes have in common; a known size wins over ``None``.

    Raises:
        InvalidShape: the two are different numbers, where ``expected`` says what is needed.
    """
    if is_known(left) and is_known(right) and left != right:
        raise InvalidShape(expected, str(right))
    if is_dynamic(left) or is_unknown(left):
        return left if is_dynamic(right) else right
    return left


def matmul(left: Shape, right: Shape) -> Shape:
    """Give the shape of a matrix product: ``(..., m, k), (..., k, n) -> (..., m, n)``.

    Keras: ``compute_matmul_output_shape``.

    Raises:
        InvalidShape: the inner sizes differ, or the leading axes do not broadcast.
    """
    if left.dims is None or right.dims is None:
        return left if left.dims is None else right
    if not len(left) or not len(right):
        raise InvalidShape("operands with at least one axis", f"{left} and {right}")
    rows = left if len(left) > 1 else left.with_inserted(0, 1)
    columns = right if len(right) > 1 else right.with_inserted(1, 1)
    if surely_differ(rows[-1], columns[-2]):
        raise InvalidShape(f"{rows[-1]} rows in the right operand", f"{left} @ {right}")
    leading = broadcast(Shape(rows.known[:-2]), Shape(columns.known[:-2])).known
    tail = (rows[-2],) * (len(left) > 1) + (columns[-1],) * (len(right) > 1)
    return Shape(leading + tail)


def canonical_axis(axis: int, rank: int) -> int:
    """Count an axis from the front.

    Raises:
        InvalidShape: there is no such axis.
    """
    if not -rank <= axis < rank:
        raise InvalidShape(f"an axis between {-rank} and {rank - 1}", f"axis {axis}")
    return axis % rank
