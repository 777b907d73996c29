"""Products of matrices and vectors, and functions of matrices."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.layers.arguments import Argument
from keras_lint.ops.operands import (
    axes_argument,
    canonical_axes,
    common_dtype,
    flag,
    integer_argument,
    is_float,
    tensor,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.ops.reshaping import ravel, swapaxes
from keras_lint.shapes import (
    Dim,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    shapes_surely_differ,
    surely_differ,
)
from keras_lint.shapes.arithmetic import agreed_dim, broadcast
from keras_lint.shapes.arithmetic import matmul as matmul_shape


def _dtype(left: Argument, right: Argument) -> str | None:
    # Unlike the operators, these functions make a tensor of a number before they look at it.
    return common_dtype(tensor(left).dtype, tensor(right).dtype)


@operation(
    "keras.ops.matmul(x1, x2)",
    "numpy.{matmul}(x1, x2, ...)",
    "numpy.linalg.matmul(x1, x2)",
)
def matmul(x1: Argument, x2: Argument) -> TensorSpec:
    """Multiply matrices: ``(..., m, k), (..., k, n) -> (..., m, n)``."""
    left, right = tensor(x1), tensor(x2)
    return TensorSpec(matmul_shape(left.shape, right.shape), _dtype(left, right))


@operation(
    "tensorflow.matmul(a, b, transpose_a, transpose_b, adjoint_a, adjoint_b, ...)",
    "tensorflow.linalg.matmul(a, b, transpose_a, transpose_b, adjoint_a, adjoint_b, ...)",
)
def matmul_in_tensorflow(
    a: Argument,
    b: Argument,
    *,
    transpose_a: Argument = False,
    transpose_b: Argument = False,
    adjoint_a: Argument = False,
    adjoint_b: Argument = False,
) -> TensorSpec:
    """Multiply matrices, either transposed first; vectors are refused."""
    sides = []
    for side, turns in ((a, (transpose_a, adjoint_a)), (b, (transpose_b, adjoint_b))):
        spec = tensor(side)
        if spec.shape.rank is not None and spec.shape.rank < 2:
            raise InvalidShape("matrices, with at least 2 axes", str(spec.shape))
        flags = [flag(one) for one in turns]
        unsure = next((one for one in flags if isinstance(one, Unknown)), None)
        if unsure is not None:
            spec = _hidden_matrix(spec, unsure)
        elif any(flags):
            spec = swapaxes(spec, -1, -2)
        sides.append(spec)
    return matmul(*sides)


def _hidden_matrix(spec: TensorSpec, why: Unknown) -> TensorSpec:
    if spec.shape.dims is None:
        return spec
    return TensorSpec(Shape((*spec.shape.dims[:-2], why, why)), spec.dtype)


@operation(
    "tensorflow.linalg.matvec(a, b, transpose_a, ...)",
)
def matvec(a: Argument, b: Argument, transpose_a: Argument = False) -> TensorSpec:
    """Multiply matrices by vectors: ``(..., m, k), (..., k) -> (..., m)``."""
    vector = tensor(b)
    if vector.shape.dims is None:
        return unknown_tensor(vector.shape.why)
    if not len(vector.shape):
        raise InvalidShape("a vector", str(vector.shape))
    column = TensorSpec(vector.shape.with_inserted(-1, 1), vector.dtype)
    product = matmul_in_tensorflow(a, column, transpose_a=transpose_a)
    if product.shape.dims is None:
        return product
    return TensorSpec(product.shape.without_axis(-1), product.dtype)


@operation(
    "keras.ops.dot(x1, x2)",
    "numpy.dot(a: x1, b: x2, out)",
    "numpy.ndarray.dot(self: x1, b: x2, out)",
)
def dot(x1: Argument, x2: Argument) -> TensorSpec:
    """Multiply the last axis of one by the last but one of the other.

    ``(a, k), (b, k, c) -> (a, b, c)``. Keras: ``Dot.compute_output_spec``.
    """
    left, right = tensor(x1), tensor(x2)
    dtype = _dtype(x1, x2)
    if left.shape.dims is None or right.shape.dims is None:
        return unknown_tensor(left.shape.why or right.shape.why, dtype)
    if not len(left.shape) or not len(right.shape):
        return TensorSpec(broadcast(left.shape, right.shape), dtype)
    axis = -1 if len(right.shape) == 1 else -2
    if surely_differ(left.shape[-1], right.shape[axis]):
        raise InvalidShape(
            f"{left.shape[-1]} on axis {axis} of the right operand",
            f"{left.shape} and {right.shape}",
        )
    dims = left.shape.dims[:-1] + right.shape.without_axis(axis).known
    return TensorSpec(Shape(dims), dtype)


@operation(
    "keras.backend.dot(x, y)",
)
def dot_in_backend(x: Argument, y: Argument) -> TensorSpec:
    """Multiply tensors of at least two axes; numpy's vectors are refused."""
    left, right = tensor(x), tensor(y)
    if left.shape.rank == right.shape.rank == 1:
        raise InvalidShape("matrices, with at least 2 axes", f"{left.shape} and {right.shape}")
    ranks = (left.shape.rank, right.shape.rank)
    if 0 in ranks or ranks[1] == 1 or ranks == (1, 2):
        raise InvalidShape("matrices, with at least 2 axes", f"{left.shape} and {right.shape}")
    if None not in ranks and 1 in ranks:
        return unknown_tensor("a product with a vector", _dtype(x, y))
    return dot(left, right)


@operation(
    "keras.ops.{vdot}(x1, x2)",
    "numpy.{vdot}(a: x1, b: x2)",
)
def vdot(x1: Argument, x2: Argument) -> TensorSpec:
    """Give the product of two flattened tensors."""
    left, right = ravel(x1), ravel(x2)
    if left.shape.dims and right.shape.dims and surely_differ(left.shape[0], right.shape[0]):
        raise InvalidShape(f"{left.shape[0]} values", str(right.shape[0]))
    return TensorSpec(Shape(()), _dtype(x1, x2))


@operation(
    "keras.ops.inner(x1, x2)",
    "numpy.inner(a: x1, b: x2)",
)
def inner(x1: Argument, x2: Argument) -> TensorSpec:
    """Multiply the last axes: ``(..., k), (..., k) -> (..., ...)``."""
    left, right = tensor(x1), tensor(x2)
    dtype = _dtype(x1, x2)
    if left.shape.dims is None or right.shape.dims is None:
        return unknown_tensor(left.shape.why or right.shape.why, dtype)
    if not len(left.shape) or not len(right.shape):
        return TensorSpec(broadcast(left.shape, right.shape), dtype)
    if surely_differ(left.shape[-1], right.shape[-1]):
        raise InvalidShape(f"{left.shape[-1]} on the last axis", str(right.shape))
    return TensorSpec(Shape(left.shape.dims[:-1] + right.shape.dims[:-1]), dtype)


@operation(
    "keras.ops.outer(x1, x2)",
    "numpy.outer(a: x1, b: x2, out)",
)
def outer(x1: Argument, x2: Argument) -> TensorSpec:
    """Multiply every value by every value: ``(m,), (n,) -> (m, n)``."""
    sizes: list[Dim] = []
    for one in (ravel(x1).shape, ravel(x2).shape):
        sizes.append(one[0])
    return TensorSpec(Shape(tuple(sizes)), _dtype(x1, x2))


@operation(
    "keras.ops.cross(x1, x2, axisa, axisb, axisc, axis)",
    "numpy.cross(a: x1, b: x2, axisa, axisb, axisc, axis)",
)
def cross(
    x1: Argument,
    x2: Argument,
    *,
    axisa: Argument = -1,
    axisb: Argument = -1,
    axisc: Argument = -1,
    axis: Argument = None,
) -> TensorSpec:
    """Give the vector products of 3-vectors along the last axis: the shape stays.

    Raises:
        InvalidShape: the last axis holds neither 2 nor 3, or the other axes do not broadcast.
    """
    plain = (axisa, axisb, axisc) == (-1, -1, -1) and axis in (None, -1)
    sides = (tensor(x1).shape, tensor(x2).shape)
    for side in sides if plain else ():
        if side.dims and is_known(side[-1]) and side[-1] not in (1, 2, 3):
            raise InvalidShape("2 or 3 on the last axis", str(side))
    if plain and all(one.dims for one in sides):
        broadcast(*(Shape(one.dims[:-1]) for one in sides if one.dims))
    if plain and all(one.dims and one[-1] == 3 for one in sides):
        return TensorSpec(broadcast(*sides), _dtype(x1, x2))
    return unknown_tensor("a vector product that is not along a last axis of 3")


@operation(
    "tensorflow.linalg.cross(a: x1, b: x2, name)",
)
def cross_in_tensorflow(x1: Argument, x2: Argument) -> TensorSpec:
    """Give the vector products of 3-vectors in two tensors of one shape."""
    left, right = tensor(x1), tensor(x2)
    if shapes_surely_differ(left.shape, right.shape):
        raise InvalidShape(f"two tensors of shape {left.shape}", str(right.shape))
    for shape in (left.shape, right.shape):
        if shape.dims is not None and (not shape.dims or surely_differ(shape[-1], 3)):
            raise InvalidShape("3 on the last axis", str(shape))
    if left.shape.dims is None or right.shape.dims is None:
        return cross(left, right)
    expected = f"two tensors of shape {left.shape}"
    dims = tuple(
        agreed_dim(one, two, expected) for one, two in zip(left.shape, right.shape, strict=True)
    )
    return TensorSpec(Shape(dims).with_last(3), _dtype(x1, x2))


@operation(
    "keras.ops.trace(x, offset, axis1, axis2)",
    "numpy.trace(a: x, offset, axis1, axis2, ...)",
)
def trace(x: Argument, axis1: Argument = 0, axis2: Argument = 1) -> TensorSpec:
    """Add up diagonals: both axes go. Keras: ``Trace.compute_output_spec``."""
    spec = tensor(x)
    axes = axes_argument([axis1, axis2])
    if spec.shape.dims is None or axes is None or isinstance(axes, Unknown):
        return unknown_tensor(spec.shape.why or "axes that are unknown")
    if len(spec.shape) < 2:
        raise InvalidShape("a tensor with at least 2 axes", str(spec.shape))
    gone = canonical_axes(axes, len(spec.shape))
    dims = tuple(dim for index, dim in enumerate(spec.shape) if index not in gone)
    return TensorSpec(Shape(dims), spec.dtype if is_float(spec.dtype) else None)


@operation(
    "tensorflow.linalg.{trace}(x, name)",
)
def trace_in_tensorflow(x: Argument) -> TensorSpec:
    """Add up the diagonals of the last two axes."""
    return trace(x, -2, -1)


def _square(spec: TensorSpec) -> TensorSpec:
    shape = spec.shape
    if shape.dims is not None:
        if len(shape) < 2:
            raise InvalidShape("a matrix, with at least 2 axes", str(shape))
        if surely_differ(shape[-1], shape[-2]):
            raise InvalidShape("square matrices", str(shape))
        if is_dynamic(shape[-1]) != is_dynamic(shape[-2]):
            # TensorFlow fills in the side that is None, Keras refuses it.
            side = Unknown("a side of a matrix that is square")
            shape = Shape((*shape.known[:-2], side, side))
    return replace(spec, shape=shape, content=None)


@operation(
    "keras.ops.{inv,cholesky}(x, ...)",
    "tensorflow.linalg.{inv,cholesky,expm}(input: x, ...)",
    "numpy.linalg.{inv,cholesky}(a: x, ...)",
)
def of_square(x: Argument) -> TensorSpec:
    """Give a matrix for each square matrix. Keras: ``Inv.compute_output_spec``."""
    spec = _square(tensor(x))
    return TensorSpec(spec.shape, spec.dtype if is_float(spec.dtype) else None)


@operation(
    "keras.ops.{det,logdet}(x)",
    "tensorflow.linalg.det(input: x, name)",
    "tensorflow.linalg.logdet(matrix: x, name)",
    "numpy.linalg.det(a: x)",
)
def determinant(x: Argument) -> TensorSpec:
    """Give a number for each square matrix: ``(..., n, n) -> (...)``."""
    spec = _square(tensor(x))
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why)
    dtype = spec.dtype if is_float(spec.dtype) else None
    return TensorSpec(Shape(spec.shape.dims[:-2]), dtype)


@operation(
    "numpy.linalg.pinv(a: x, ...)",
    "keras.ops.pinv(x, rcond)",
    "tensorflow.linalg.pinv(a: x, ...)",
)
def pseudo_inverse(x: Argument) -> TensorSpec:
    """Invert matrices that need not be square: ``(..., m, n) -> (..., n, m)``."""
    spec = tensor(x)
    return TensorSpec(swapaxes(spec, -1, -2).shape, spec.dtype if is_float(spec.dtype) else None)


def _diagonal_length(rows: Dim, columns: Dim) -> Dim:
    if is_known(rows) and is_known(columns):
        return min(rows, columns)
    return rows if rows == columns else Unknown("the shorter side of a matrix")


@operation(
    "keras.ops.diag(x, k)",
    "numpy.diag(v: x, k)",
)
def diag(x: Argument, k: Argument = 0) -> TensorSpec:
    """Make a diagonal matrix of a vector, or take the diagonal of a matrix."""
    spec, offset = tensor(x), integer_argument(k)
    match spec.shape.dims:
        case None:
            return unknown_tensor(spec.shape.why, spec.dtype)
        case (size,):
            side = offset if isinstance(offset, Unknown) else size + abs(offset)
            return TensorSpec(Shape((side, side)), spec.dtype)
        case (rows, columns):
            if offset == 0:
                return TensorSpec(Shape((_diagonal_length(rows, columns),)), spec.dtype)
            return TensorSpec(Shape((Unknown("the length of a diagonal"),)), spec.dtype)
    raise InvalidShape("a vector or a matrix", str(spec.shape))


@operation(
    "tensorflow.linalg.diag(diagonal: x, name, k, ...)",
)
def diag_in_tensorflow(x: Argument, k: Argument = 0) -> TensorSpec:
    """Make diagonal matrices of vectors: ``(..., n) -> (..., n, n)``."""
    spec = tensor(x)
    if spec.shape.rank == 0:
        raise InvalidShape("a vector", str(spec.shape))
    if spec.shape.dims is None or k != 0:
        return unknown_tensor(spec.shape.why or "diagonals beside the main one", spec.dtype)
    return TensorSpec(Shape((*spec.shape.dims, spec.shape[-1])), spec.dtype)


@operation(
    "tensorflow.linalg.diag_part(input: x, name, k, ...)",
)
def diag_part(x: Argument, k: Argument = 0) -> TensorSpec:
    """Take the diagonals of matrices: ``(..., m, n) -> (..., min(m, n))``."""
    spec = tensor(x)
    if spec.shape.rank is not None and spec.shape.rank < 2:
        raise InvalidShape("a matrix, with at least 2 axes", str(spec.shape))
    if spec.shape.dims is None or k != 0:
        return unknown_tensor(spec.shape.why or "diagonals beside the main one", spec.dtype)
    length = _diagonal_length(spec.shape[-2], spec.shape[-1])
    return TensorSpec(Shape((*spec.shape.dims[:-2], length)), spec.dtype)


@operation(
    "tensorflow.nn.l2_loss(t, name)",
)
def l2_loss(t: Argument) -> TensorSpec:
    """Give half the sum of squares."""
    return TensorSpec(Shape(()), tensor(t).dtype)
