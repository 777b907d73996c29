"""Functions that change the dtype, or the library that a tensor belongs to."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.layers.arguments import Argument
from keras_lint.ops.content import as_dtype
from keras_lint.ops.operands import dtype_argument, tensor
from keras_lint.ops.operation import operation
from keras_lint.ops.shape_arguments import made_shape
from keras_lint.shapes import InvalidShape, Shape, TensorSpec, Unknown, product, surely_differ


@operation(
    "keras.ops.{cast,saturate_cast}(x, dtype)",
    "keras.backend.cast(x, dtype)",
    "tensorflow.cast(x, dtype, name)",
    "tensorflow.saturate_cast(value: x, dtype, name)",
    "numpy.astype(x, dtype, ...)",
    "numpy.ndarray.astype(self: x, dtype, ...)",
)
def cast(x: Argument, dtype: Argument) -> TensorSpec:
    """Change the dtype of every value."""
    return as_dtype(tensor(x), dtype_argument(dtype))


@operation(
    "keras.backend.cast_to_floatx(x)",
)
def cast_to_floatx(x: Argument) -> TensorSpec:
    """Make floats of every value."""
    return as_dtype(tensor(x), "float32")


@operation(
    "keras.ops.{array}(x, dtype)",
    "keras.ops.convert_to_tensor(x, dtype, sparse, ragged)",
    "tensorflow.convert_to_tensor(value: x, dtype, ...)",
    "numpy.{asarray,asanyarray}(a: x, dtype, ...)",
)
def convert(x: Argument, dtype: Argument = None) -> TensorSpec:
    """Take over a tensor, or make one of nested numbers."""
    spec = tensor(x)
    if isinstance(dtype, Unknown):
        return replace(spec, dtype=None, content=None)
    return spec if dtype is None else as_dtype(spec, dtype_argument(dtype))


@operation(
    "numpy.{ascontiguousarray,asfortranarray}(a: x, dtype, ...)",
)
def contiguous(x: Argument, dtype: Argument = None) -> TensorSpec:
    """Take over an array, or make one; a number becomes an array with one axis."""
    return array(x, dtype, ndmin=1)


@operation(
    "numpy.array(object: x, dtype, *, copy, order, subok, ndmin, ndmax, like)",
)
def array(x: Argument, dtype: Argument = None, ndmin: Argument = 0) -> TensorSpec:
    """Make an array with at least ``ndmin`` axes, new ones in front."""
    spec = convert(x, dtype)
    if spec.shape.dims is None:
        return spec
    if not isinstance(ndmin, int):
        return replace(spec, shape=Shape.unknown("`ndmin` is unknown"), content=None)
    missing = ndmin - len(spec.shape)
    return spec if missing <= 0 else replace(spec, shape=Shape((1,) * missing + spec.shape.dims))


@operation(
    "tensorflow.constant(value: x, dtype, shape, name)",
    "keras.backend.constant(value: x, dtype, shape, name)",
)
def constant(x: Argument, dtype: Argument = None, shape: Argument = None) -> TensorSpec:
    """Make a tensor of nested numbers, reshaped or filled up to a shape."""
    spec = convert(x, dtype)
    if shape is None:
        return spec
    made = made_shape(shape)
    if spec.shape.dims is not None and made.dims is not None:
        have, need = product(spec.shape.dims), product(made.dims)
        if surely_differ(have, 1) and surely_differ(have, need):
            raise InvalidShape(f"{need} values for {made}", f"{have} in {spec.shape}")
    return TensorSpec(made, spec.dtype)


@operation(
    "tensorflow.Variable(initial_value: x, ...)",
    "keras.backend.variable(value: x, ...)",
)
def variable(x: Argument) -> TensorSpec:
    """Make a variable of a tensor."""
    return replace(tensor(x), content=None)


@operation(
    "keras.ops.convert_to_numpy(x)",
    "keras.backend.{get_value,eval}(x)",
    "keras.backend.to_dense(tensor: x)",
    "numpy.copy(a: x, order, subok)",
    "numpy.ndarray.{copy}(self: x, order)",
)
def same_values(x: Argument) -> Argument:
    """Give the same values as another object."""
    return x if isinstance(x, Unknown) else tensor(x)
