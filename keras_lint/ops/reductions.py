"""Functions that reduce axes: sums, means, extremes, norms, and their running forms."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.layers.arguments import Argument
from keras_lint.ops.content import bounds
from keras_lint.ops.operands import (
    axes_argument,
    canonical_axes,
    flag,
    integer_argument,
    is_float,
    tensor,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.ops.reshaping import ravel
from keras_lint.shapes import Content, Shape, TensorSpec, Unknown, is_known
from keras_lint.shapes.arithmetic import canonical_axis


def reduced_shape(shape: Shape, axis: Argument, keepdims: Argument) -> Shape:
    """Give the shape without the reduced axes. Keras: ``reduce_shape``.

    Raises:
        InvalidShape: an axis does not exist.
    """
    axes, keep = axes_argument(axis), flag(keepdims)
    if axes is None and keep is False:
        return Shape(())
    if shape.dims is None:
        return shape
    rank = len(shape)
    if isinstance(axes, Unknown):
        if keep is True:
            return Shape.unknown_dims(rank, axes.why)
        return Shape.unknown(axes.why)
    gone = canonical_axes(axes, rank) if axes is not None else tuple(range(rank))
    if isinstance(keep, Unknown):
        return Shape.unknown(keep.why)
    if keep:
        return Shape(tuple(1 if index in gone else dim for index, dim in enumerate(shape)))
    return Shape(tuple(dim for index, dim in enumerate(shape) if index not in gone))


def _reduced(x: Argument, axis: Argument, keepdims: Argument, dtype: str | None) -> TensorSpec:
    spec = tensor(x)
    return TensorSpec(reduced_shape(spec.shape, axis, keepdims), dtype)


@operation(
    "keras.ops.{sum,mean,std,var,nansum,nanmean,nanstd,nanvar}(x, axis, keepdims)",
    "keras.ops.{median,nanmedian,nanprod}(x, axis, keepdims)",
    "keras.ops.prod(x, axis, keepdims, dtype)",
    "keras.ops.norm(x, ord, axis, keepdims)",
    "keras.backend.{sum,prod,mean,std,var}(x, axis, keepdims)",
    "tensorflow.reduce_sum(input_tensor: x, axis, keepdims, ..., keep_dims: keepdims)",
    "tensorflow.reduce_mean(input_tensor: x, axis, keepdims, ..., keep_dims: keepdims)",
    "tensorflow.reduce_prod(input_tensor: x, axis, keepdims, ..., keep_dims: keepdims)",
    "tensorflow.reduce_logsumexp(input_tensor: x, axis, keepdims, ..., keep_dims: keepdims)",
    "tensorflow.math.{reduce_sum,reduce_mean,reduce_prod}(input_tensor: x, axis, keepdims, ...)",
    "tensorflow.math.{reduce_std,reduce_variance}(input_tensor: x, axis, keepdims, ...)",
    "tensorflow.math.{reduce_logsumexp}(input_tensor: x, axis, keepdims, ...)",
    "tensorflow.math.{reduce_euclidean_norm}(input_tensor: x, axis, keepdims, ...)",
    "tensorflow.norm(tensor: x, ord, axis, keepdims, name)",
    "tensorflow.linalg.norm(tensor: x, ord, axis, keepdims, name)",
    "numpy.{sum,prod,nansum,nanprod,mean,nanmean}(a: x, axis, dtype, out, keepdims, ...)",
    "numpy.{std,var,nanstd,nanvar}(a: x, axis, dtype, out, ddof, keepdims, ...)",
    "numpy.{median,nanmedian}(a: x, axis, out, overwrite_input, keepdims)",
    "numpy.linalg.norm(x, ord, axis, keepdims)",
    "numpy.ndarray.{sum,prod,mean}(self: x, axis, dtype, out, keepdims, ...)",
    "numpy.ndarray.{std,var}(self: x, axis, dtype, out, ddof, keepdims, ...)",
)
def reduce(x: Argument, axis: Argument = None, keepdims: Argument = False) -> TensorSpec:
    """Reduce axes to one number each, all of them by default. Keras: ``reduce_shape``."""
    spec = tensor(x)
    return _reduced(spec, axis, keepdims, spec.dtype if is_float(spec.dtype) else None)


@operation(
    "keras.ops.logsumexp(x, axis, keepdims)",
)
def log_sum_exp(x: Argument, axis: Argument = None, keepdims: Argument = False) -> TensorSpec:
    """Give the logarithm of the sum of exponentials; floats of half width become wider."""
    return _reduced(x, axis, keepdims, "float32" if tensor(x).dtype == "float32" else None)


@operation(
    "keras.ops.{max,min}(x, axis, keepdims, initial)",
    "keras.ops.{amax,amin,nanmax,nanmin}(x, axis, keepdims)",
    "keras.backend.{max,min}(x, axis, keepdims)",
    "tensorflow.{reduce_max,reduce_min}(input_tensor: x, axis, keepdims, ..., keep_dims: keepdims)",
    "tensorflow.math.{reduce_max,reduce_min}(input_tensor: x, axis, keepdims, ...)",
    "numpy.{max,min,amax,amin,nanmax,nanmin}(a: x, axis, out, keepdims, ...)",
    "numpy.ndarray.{max,min}(self: x, axis, out, keepdims, ...)",
)
def extreme(x: Argument, axis: Argument = None, keepdims: Argument = False) -> TensorSpec:
    """Give the greatest or smallest value over axes; it stays within the bounds."""
    spec = tensor(x)
    result = _reduced(spec, axis, keepdims, spec.dtype)
    return replace(result, content=bounds(spec.content))


@operation(
    "keras.ops.ptp(x, axis, keepdims)",
    "numpy.ptp(a: x, axis, out, keepdims)",
)
def spread(x: Argument, axis: Argument = None, keepdims: Argument = False) -> TensorSpec:
    """Give the distance of the greatest and the smallest value over axes."""
    return _reduced(x, axis, keepdims, tensor(x).dtype)


@operation(
    "keras.ops.{any,all}(x, axis, keepdims)",
    "keras.backend.{any,all}(x, axis, keepdims)",
    "tensorflow.{reduce_any,reduce_all}(input_tensor: x, axis, keepdims, name)",
    "tensorflow.math.{reduce_any,reduce_all}(input_tensor: x, axis, keepdims, name)",
    "numpy.{any,all}(a: x, axis, out, keepdims, ...)",
    "numpy.ndarray.{any,all}(self: x, axis, out, keepdims, ...)",
)
def truth_of(x: Argument, axis: Argument = None, keepdims: Argument = False) -> TensorSpec:
    """Tell over axes whether any or all values are true."""
    return _reduced(x, axis, keepdims, "bool")


@operation(
    "keras.ops.count_nonzero(x, axis)",
    "tensorflow.math.count_nonzero(input: x, axis, keepdims, dtype, name)",
    "numpy.count_nonzero(a: x, axis, *, keepdims)",
)
def count_nonzero(x: Argument, axis: Argument = None, keepdims: Argument = False) -> TensorSpec:
    """Count over axes. Keras: ``CountNonzero.compute_output_spec``."""
    return _reduced(x, axis, keepdims, None)


@operation(
    "keras.ops.{argmax,argmin,nanargmax,nanargmin}(x, axis, keepdims)",
)
def argmax_in_keras(x: Argument, axis: Argument = None, keepdims: Argument = False) -> TensorSpec:
    """Give the index of the greatest value. Keras: ``Argmax.compute_output_spec``."""
    spec = tensor(x)
    if axis is None and flag(keepdims) is False:
        return _index(spec, "int32", None, Shape(()))
    return _index(spec, "int32", axis, reduced_shape(spec.shape, axis, keepdims))


@operation(
    "numpy.{argmax,argmin,nanargmax,nanargmin}(a: x, axis, out, *, keepdims)",
    "numpy.ndarray.{argmax,argmin}(self: x, axis, out, *, keepdims)",
)
def argmax(x: Argument, axis: Argument = None, keepdims: Argument = False) -> TensorSpec:
    """Give the index of the greatest or smallest value, over all values by default."""
    spec = tensor(x)
    return _index(spec, "int64", axis, reduced_shape(spec.shape, axis, keepdims))


@operation(
    "tensorflow.{argmax,argmin}(input: x, axis, ..., dimension: axis)",
    "tensorflow.math.{argmax,argmin}(input: x, axis, ..., dimension: axis)",
)
def argmax_in_tensorflow(x: Argument, axis: Argument = None) -> TensorSpec:
    """Give the index of the greatest or smallest value, over the first axis by default."""
    spec = tensor(x)
    axis = 0 if axis is None else axis
    return _index(spec, "int64", axis, reduced_shape(spec.shape, axis, False))


@operation(
    "keras.backend.{argmax,argmin}(x, axis)",
)
def argmax_in_backend(x: Argument, axis: Argument = -1) -> TensorSpec:
    """Give the index of the greatest or smallest value, over the last axis by default."""
    return argmax_in_tensorflow(x, axis)


def _index(spec: TensorSpec, dtype: str, axis: Argument, shape: Shape) -> TensorSpec:
    axes = axes_argument(axis)
    content = Content(0)
    if isinstance(axes, tuple) and len(axes) == 1 and spec.shape.dims is not None:
        size = spec.shape[axes[0]]
        if is_known(size) and size > 0:
            content = Content(0, size - 1)
    return TensorSpec(shape, dtype, content=content)


@operation(
    "keras.ops.{quantile,percentile,nanquantile,nanpercentile}(x, q, axis, method, keepdims)",
    "numpy.{quantile,percentile}(a: x, q, axis, out, overwrite_input, method, keepdims, ...)",
    "numpy.{nanquantile,nanpercentile}(a: x, q, axis, out, overwrite_input, method, keepdims, ...)",
)
def quantile(
    x: Argument, q: Argument, axis: Argument = None, keepdims: Argument = False
) -> TensorSpec:
    """Give quantiles over axes, those of several ``q`` along a new first axis."""
    spec = tensor(x)
    shape, several = reduced_shape(spec.shape, axis, keepdims), tensor(q).shape
    if several.dims and spec.shape.dims and 0 in spec.shape.dims:
        return unknown_tensor("the quantiles of no values")
    if shape.dims is None or several.dims is None:
        return unknown_tensor(shape.why or several.why)
    return TensorSpec(Shape(several.dims + shape.dims), content=bounds(spec.content))


@operation(
    "keras.ops.average(x, axis, weights)",
    "numpy.average(a: x, axis, weights, returned, *, keepdims)",
)
def average(
    x: Argument, axis: Argument = None, returned: Argument = False, keepdims: Argument = False
) -> Argument:
    """Give the weighted mean over axes."""
    if flag(returned) is not False:
        return Unknown("np.average with returned")
    return reduce(x, axis, keepdims)


@operation(
    "keras.ops.moments(x, axes, keepdims, synchronized)",
    "tensorflow.nn.moments(x, axes, shift, keepdims, name)",
)
def moments(x: Argument, axes: Argument, keepdims: Argument = False) -> list[TensorSpec]:
    """Give mean and variance over axes. Keras: ``Moments.compute_output_spec``."""
    return [reduce(x, axes, keepdims)] * 2


@operation(
    "tensorflow.{cumsum}(x, axis, ...)",
    "tensorflow.math.{cumsum,cumprod,cumulative_logsumexp}(x, axis, ...)",
    "keras.backend.{cumsum,cumprod}(x, axis)",
)
def cumulate(x: Argument, axis: Argument = 0) -> TensorSpec:
    """Give running sums or products along an axis: the shape stays."""
    spec, place = tensor(x), integer_argument(axis)
    if spec.shape.dims is not None and isinstance(place, int):
        canonical_axis(place, len(spec.shape))
    return replace(spec, content=None)


@operation(
    "keras.ops.{cumsum,cumprod,nancumsum,nancumprod}(x, axis, dtype)",
    "numpy.{cumsum,cumprod,nancumsum,nancumprod}(a: x, axis, dtype, out)",
    "numpy.ndarray.{cumsum,cumprod}(self: x, axis, dtype, out)",
)
def cumulate_or_flatten(x: Argument, axis: Argument = None) -> TensorSpec:
    """Give running sums or products, over the flattened values unless an axis is given."""
    spec = tensor(x)
    if isinstance(axis, Unknown):
        return unknown_tensor(axis.why)
    if axis is None:
        spec = ravel(spec)
    elif spec.shape.rank == 0:
        return unknown_tensor("running sums of a number along an axis")
    elif spec.shape.dims is not None and isinstance(place := integer_argument(axis), int):
        canonical_axis(place, len(spec.shape))
    return TensorSpec(spec.shape, spec.dtype if is_float(spec.dtype) else None)
