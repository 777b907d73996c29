"""Functions that make tensors: of a given shape, like another, ranges."""

from __future__ import annotations

import math
from dataclasses import replace

from keras_lint.layers.arguments import Argument
from keras_lint.ops.content import MAX_ELEMENTS, as_dtype, vector
from keras_lint.ops.operands import (
    dim_argument,
    dtype_argument,
    integer_argument,
    tensor,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.ops.shape_arguments import made_shape, shape_argument
from keras_lint.shapes import (
    DYNAMIC,
    Content,
    Dim,
    InvalidArgument,
    Shape,
    TensorSpec,
    Unknown,
    ceil_divide,
    is_dynamic,
    is_known,
    surely_below,
)


def _made(shape: Argument, dtype: str | None, content: Content | None = None) -> TensorSpec:
    return as_dtype(TensorSpec(made_shape(shape), content=content), dtype)


@operation(
    "keras.ops.zeros(shape, dtype)",
    "keras.backend.zeros(shape, dtype, name)",
    "tensorflow.zeros(shape, dtype, ...)",
)
def zeros(shape: Argument, dtype: Argument = None) -> TensorSpec:
    """Make a tensor of zeros."""
    return _made(shape, dtype_argument(dtype, "float32"), Content(0, 0))


@operation(
    "numpy.zeros(shape, dtype, ...)",
)
def zeros_in_numpy(shape: Argument, dtype: Argument = None) -> TensorSpec:
    """Make an array of zeros."""
    return _made(shape, dtype_argument(dtype, "float64"), Content(0, 0))


@operation(
    "keras.ops.ones(shape, dtype)",
    "keras.backend.ones(shape, dtype, name)",
    "tensorflow.ones(shape, dtype, ...)",
)
def ones(shape: Argument, dtype: Argument = None) -> TensorSpec:
    """Make a tensor of ones."""
    return _made(shape, dtype_argument(dtype, "float32"), Content(1, 1))


@operation(
    "numpy.ones(shape, dtype, ...)",
)
def ones_in_numpy(shape: Argument, dtype: Argument = None) -> TensorSpec:
    """Make an array of ones."""
    return _made(shape, dtype_argument(dtype, "float64"), Content(1, 1))


@operation(
    "keras.ops.empty(shape, dtype)",
)
def empty(shape: Argument, dtype: Argument = None) -> TensorSpec:
    """Make a tensor with any values."""
    return _made(shape, dtype_argument(dtype, "float32"))


@operation(
    "numpy.empty(shape, dtype, ...)",
)
def empty_in_numpy(shape: Argument, dtype: Argument = None) -> TensorSpec:
    """Make an array with any values."""
    return _made(shape, dtype_argument(dtype, "float64"))


@operation(
    "keras.ops.full(shape, fill_value, dtype)",
    "tensorflow.fill(dims: shape, value: fill_value, ...)",
    "numpy.full(shape, fill_value, dtype, ...)",
)
def full(shape: Argument, fill_value: Argument, dtype: Argument = None) -> TensorSpec:
    """Make a tensor of one value throughout."""
    value = tensor(fill_value)
    content = None
    if isinstance(fill_value, int | float) and (dtype is None or dtype_argument(dtype)):
        content = Content(fill_value, fill_value)
    return _made(shape, dtype_argument(dtype, value.dtype), content)


@operation(
    "keras.ops.{zeros_like,ones_like,empty_like}(x, dtype)",
    "keras.ops.full_like(x, fill_value, dtype)",
    "keras.backend.{zeros_like,ones_like}(x, dtype, name)",
    "tensorflow.{zeros_like,ones_like}(input: x, dtype, ...)",
    "numpy.{zeros_like,ones_like}(a: x, dtype, order, subok, shape, ...)",
    "numpy.empty_like(prototype: x, dtype, order, subok, shape, ...)",
    "numpy.full_like(a: x, fill_value, dtype, order, subok, shape, ...)",
)
def like(x: Argument, dtype: Argument = None, shape: Argument = None) -> TensorSpec:
    """Make a tensor of the shape of another."""
    spec = tensor(x)
    dtype = dtype_argument(dtype, spec.dtype)
    if shape is not None:
        return _made(shape, dtype)
    return TensorSpec(spec.shape, dtype)


@operation(
    "keras.ops.eye(N: n, M: m, k, dtype)",
    "numpy.eye(N: n, M: m, k, dtype, ...)",
)
def eye(n: Argument, m: Argument = None, k: Argument = 0, dtype: Argument = None) -> TensorSpec:
    """Make a matrix with ones on a diagonal; on the main one its rows are one-hot."""
    rows = dim_argument(n)
    columns = rows if m is None else dim_argument(m)
    offset = integer_argument(k)
    if offset == 0 and (surely_below(rows, 0) or surely_below(columns, 0)):
        raise InvalidArgument("N", "sizes that are not negative", f"{rows} and {columns}")
    if not (is_known(offset) and _has_diagonal(rows, columns, offset)):
        # Keras pads a smaller matrix, which comes out too large then.
        rows = columns = Unknown("a diagonal that may lie outside the matrix")
    one_hot = True if k == 0 and m is None else None
    content = Content(0, 1, one_hot)
    return TensorSpec(Shape((rows, columns)), dtype_argument(dtype), content=content)


def _has_diagonal(rows: Dim, columns: Dim, offset: int) -> bool:
    if offset == 0:
        return True
    return is_known(rows) and rows == columns and abs(offset) <= rows


@operation(
    "keras.ops.identity(n, dtype)",
    "keras.backend.eye(size: n, dtype, name)",
    "numpy.identity(n, dtype, ...)",
)
def identity_matrix(n: Argument, dtype: Argument = None) -> TensorSpec:
    """Make a square matrix with ones on its diagonal."""
    return eye(n, dtype=dtype)


@operation(
    "tensorflow.eye(num_rows: n, num_columns: m, batch_shape, dtype, name)",
    "tensorflow.linalg.eye(num_rows: n, num_columns: m, batch_shape, dtype, name)",
)
def eye_in_tensorflow(
    n: Argument, m: Argument = None, batch_shape: Argument = None, dtype: Argument = None
) -> TensorSpec:
    """Make identity matrices, as many as ``batch_shape`` says."""
    matrix = eye(n, m, dtype=dtype_argument(dtype, "float32"))
    if batch_shape is None:
        return matrix
    leading = shape_argument(batch_shape)
    if isinstance(leading, Unknown):
        return unknown_tensor(leading.why, matrix.dtype)
    return replace(matrix, shape=Shape(leading + matrix.shape.known))


@operation(
    "keras.ops.tri(N: n, M: m, k, dtype)",
    "numpy.tri(N: n, M: m, k, dtype, ...)",
)
def tri(n: Argument, m: Argument = None) -> TensorSpec:
    """Make a matrix with ones on and below a diagonal."""
    rows = dim_argument(n)
    columns = rows if m is None else dim_argument(m)
    if surely_below(rows, 0) or surely_below(columns, 0):
        # numpy makes an empty matrix, Keras refuses.
        return unknown_tensor("a matrix of negative size")
    return TensorSpec(Shape((rows, columns)), content=Content(0, 1))


@operation(
    "keras.ops.arange(start, stop, step, dtype)",
    "keras.backend.arange(start, stop, step, dtype)",
    "tensorflow.range(start, limit: stop, delta: step, dtype, name)",
)
def arange(
    start: Argument, stop: Argument = None, step: Argument = 1, dtype: Argument = None
) -> TensorSpec:
    """Count from start to stop, which TensorFlow refuses where stop lies behind."""
    found = _counted(start, stop, step, dtype)
    first, last = start, stop
    stride = 1 if step is None else step
    if stop is None:
        # Keras 2 counts from 0 to 0 then.
        return found
    if all(isinstance(one, int | float) for one in (first, last, stride)) and (
        stride == 0 or (last - first) * stride < 0
    ):
        raise InvalidArgument(
            "stop", f"an end that {first} reaches in steps of {stride}", f"{last}"
        )
    return found


def _counted(
    start: Argument, stop: Argument = None, step: Argument = 1, dtype: Argument = None
) -> TensorSpec:
    """Keras: ``Arange.compute_output_spec``."""
    if stop is None:
        start, stop = 0, start
    step = 1 if step is None else step
    name = dtype_argument(dtype)
    if any(isinstance(one, float) for one in (start, stop, step)):
        # Keras 2 takes no notice of this dtype, which is its default.
        name = None if name == "int32" else name
        return TensorSpec(Shape((_float_count(start, stop, step),)), name)
    if name == "int32" and any(isinstance(one, Unknown) for one in (start, stop, step)):
        name = None
    first, last, stride = dim_argument(start), dim_argument(stop), integer_argument(step)
    if isinstance(stride, Unknown) or stride == 0:
        return TensorSpec(Shape((Unknown("the step of a range is unknown"),)), name)
    if is_known(first) and is_known(last):
        values = range(first, last, stride)
        content = Content(min(values), max(values), attained=True) if values else None
        if content is not None and len(values) <= MAX_ELEMENTS:
            content = replace(content, elements=tuple(values))
        return TensorSpec(Shape((len(values),)), name, content=content)
    count = last - first if stride == 1 else ceil_divide(last - first, stride)
    if is_dynamic(count):
        return TensorSpec(Shape((DYNAMIC,)), name)
    if first == 0 and stride == 1:
        return TensorSpec(Shape((count,)), name, content=Content(0))
    return TensorSpec(Shape((Unknown("the length of a range"),)), name)


@operation("numpy.arange(start, stop, step, dtype, ...)")
def numpy_arange(
    start: Argument, stop: Argument = None, step: Argument = 1, dtype: Argument = None
) -> TensorSpec:
    """Count as ``arange``; of integers, numpy makes an array of integers."""
    if isinstance(step, int | float) and step == 0:
        raise InvalidArgument("step", "a step other than 0", str(step))
    made = _counted(start, stop, step, dtype)
    whole = all(isinstance(one, int | None) for one in (start, stop, step))
    return replace(made, dtype="int64") if whole and dtype is None else made


def _float_count(start: Argument, stop: Argument, step: Argument) -> Dim:
    numbers = (start, stop, step)
    if any(not isinstance(one, int | float) for one in numbers) or step == 0:
        return Unknown("the length of a range")
    count = (stop - start) / step
    if not math.isfinite(count):
        return Unknown("the length of a range without end")
    if abs(count - round(count)) < 1e-9 and count != round(count):
        return Unknown("the length of a range that is subject to rounding")
    return int(max(0, -(-count // 1)))


@operation(
    "keras.ops.linspace(start, stop, num, endpoint, retstep, dtype, axis)",
    "numpy.linspace(start, stop, num, endpoint, retstep, dtype, axis, ...)",
    "keras.ops.{logspace}(start, stop, num, endpoint, base, dtype, axis)",
    "numpy.{logspace}(start, stop, num, endpoint, base, dtype, axis)",
    "numpy.geomspace(start, stop, num, endpoint, dtype, axis)",
)
def linspace(
    start: Argument,
    stop: Argument,
    num: Argument = 50,
    *,
    retstep: Argument = False,
    axis: Argument = 0,
) -> Argument:
    """Give evenly spaced numbers between numbers. Keras: ``Linspace``."""
    if tensor(start).shape.rank != 0 or tensor(stop).shape.rank != 0 or axis not in (0, -1):
        return unknown_tensor("a range between tensors")
    count = dim_argument(num)
    if surely_below(count, 0):
        raise InvalidArgument("num", "a number that is not negative", str(count))
    values = TensorSpec(Shape((count,)))
    if retstep is False:
        return values
    return [values, TensorSpec(Shape(()))] if retstep is True else Unknown("`retstep` is unknown")


@operation(
    "tensorflow.linspace(start, stop, num, name, axis)",
)
def linspace_in_tensorflow(start: Argument, stop: Argument, num: Argument) -> Argument:
    """Give evenly spaced numbers between numbers."""
    return linspace(start, stop, num)


@operation(
    "keras.ops.shape(x)",
    "keras.backend.int_shape(x)",
    "numpy.shape(a: x)",
)
def shape_tuple(x: Argument) -> Argument:
    """Give the shape as a tuple of sizes, ``None`` among them."""
    spec = tensor(x)
    return Unknown(spec.shape.why) if spec.shape.dims is None else spec.shape.dims


@operation(
    "keras.backend.shape(x)",
    "tensorflow.shape(input: x, ...)",
)
def shape_tensor(x: Argument) -> TensorSpec:
    """Give the shape as a vector of integers, which keeps the sizes as its values."""
    spec = tensor(x)
    if spec.shape.dims is None:
        return TensorSpec(Shape((Unknown(spec.shape.why),)), "int32")
    content = vector(spec.shape.dims)
    return TensorSpec(Shape((len(spec.shape),)), "int32", content=content)


@operation(
    "keras.ops.{ndim}(x)",
    "keras.backend.{ndim}(x)",
    "numpy.ndim(a: x)",
)
def ndim(x: Argument) -> Argument:
    """Give the number of axes."""
    shape = tensor(x).shape
    return Unknown(shape.why) if shape.rank is None else shape.rank


@operation(
    "tensorflow.rank(input: x, name)",
)
def rank_tensor(x: Argument) -> TensorSpec:
    """Give the number of axes as a tensor of rank 0."""
    rank = tensor(x).shape.rank
    content = None if rank is None else Content(elements=(rank,))
    return TensorSpec(Shape(()), "int32", content=content)


@operation(
    "tensorflow.size(input: x, ...)",
)
def size_tensor(x: Argument) -> TensorSpec:
    """Give the number of values as a tensor of rank 0."""
    total: Dim = 1
    shape = tensor(x).shape
    if shape.dims is None:
        return TensorSpec(Shape(()), "int32")
    for dim in shape:
        total = total * dim
    return TensorSpec(Shape(()), "int32", content=Content(elements=(total,)))
