"""Functions on single values: the shape stays, or two shapes broadcast."""

from __future__ import annotations

from dataclasses import replace
from functools import partial, reduce

from keras_lint.layers.arguments import Argument
from keras_lint.ops.content import bounds, union
from keras_lint.ops.operands import (
    common_dtype,
    integer_argument,
    is_float,
    tensor,
    unknown_tensor,
)
from keras_lint.ops.operation import operation
from keras_lint.shapes import (
    DYNAMIC,
    Content,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    join_shape,
)
from keras_lint.shapes.arithmetic import agreed_dim, broadcast, canonical_axis


@operation(
    "keras.ops.{arccos,arccosh,arcsin,arcsinh,arctan,arctanh,cbrt,cos,cosh,deg2rad,erf,erfc}(x)",
    "keras.ops.{erfinv,exp,exp2,expm1,log,log10,log1p,log2,rad2deg,rsqrt,sin,sinc}(x)",
    "keras.ops.{sinh,sqrt,tan,tanh,sigmoid,softplus,softsign,log_sigmoid,silu,swish,selu}(x)",
    "keras.ops.{hard_sigmoid,hard_silu,hard_swish,hard_tanh,sparse_plus,sparse_sigmoid}(x)",
    "keras.ops.{tanh_shrink,i0,ceil,fabs,floor,trunc}(x)",
    "keras.ops.{elu,celu,gelu,leaky_relu,squareplus,hard_shrink,soft_shrink}(x, ...)",
    "keras.ops.{softmax,log_softmax,sparsemax}(x, axis)",
    "keras.ops.{batch_normalization,layer_normalization,rms_normalization}(x, ...)",
    "keras.activations.{celu,elu,exponential,gelu,hard_shrink,hard_sigmoid,hard_silu}(x, ...)",
    "keras.activations.{hard_swish,hard_tanh,leaky_relu,log_sigmoid,log_softmax,mish}(x, ...)",
    "keras.activations.{selu,sigmoid,silu,soft_shrink,softmax,softplus,softsign}(x, ...)",
    "keras.activations.{sparse_plus,sparse_sigmoid,sparsemax,squareplus,swish}(x, ...)",
    "keras.activations.{tanh,tanh_shrink,threshold}(x, ...)",
    "keras.backend.{cos,sin,exp,log,sqrt,sigmoid,hard_sigmoid,tanh,softplus,softsign}(x)",
    "keras.backend.{softmax,elu,l2_normalize,batch_normalization,dropout}(x, ...)",
    "keras.random.dropout(inputs: x, ...)",
    "tensorflow.{acos,acosh,asin,asinh,atan,atanh,cos,cosh,exp,sin,sinh,sqrt,tan,tanh}(x, ...)",
    "tensorflow.sigmoid(x, ...)",
    "tensorflow.math.{acos,acosh,asin,asinh,atan,atanh,cos,cosh,exp,sin,sinh,sqrt,tan}(x, ...)",
    "tensorflow.math.{tanh,sigmoid,digamma,erf,erfc,erfinv,expm1,lgamma,log,log1p}(x, ...)",
    "tensorflow.math.{log_sigmoid,reciprocal,reciprocal_no_nan,rsqrt,l2_normalize}(x, ...)",
    "tensorflow.math.{softplus,softsign}(features: x, ...)",
    "tensorflow.math.{softmax,log_softmax}(logits: x, ...)",
    "tensorflow.linalg.l2_normalize(x, ...)",
    "tensorflow.nn.{softmax,log_softmax}(logits: x, ...)",
    "tensorflow.nn.{elu,gelu,leaky_relu,selu,silu,swish,softplus,softsign}(features: x, ...)",
    "tensorflow.nn.{sigmoid,tanh,l2_normalize,dropout,batch_normalization}(x, ...)",
    "tensorflow.nn.{local_response_normalization,lrn}(input: x, ...)",
    "numpy.{arccos,arccosh,arcsin,arcsinh,arctan,arctanh,cbrt,cos,cosh,deg2rad,degrees}(x, ...)",
    "numpy.{exp,exp2,expm1,log,log10,log1p,log2,rad2deg,radians,reciprocal,rint,sin}(x, ...)",
    "numpy.{sinc,sinh,sqrt,tan,tanh,ceil,fabs,fix,floor,trunc}(x, ...)",
)
def unary_float(x: Argument) -> TensorSpec:
    """Apply a function with fractional values; integers become floats of some width."""
    spec = tensor(x)
    return TensorSpec(spec.shape, spec.dtype if is_float(spec.dtype) else None)


@operation(
    "keras.ops.normalize(x, ...)",
    "keras.ops.reciprocal(x)",
)
def normalize(x: Argument) -> TensorSpec:
    """Divide by a norm, or 1 by every value; Keras shows floats of its own width."""
    spec = tensor(x)
    return TensorSpec(spec.shape, "float32" if spec.dtype == "float32" else None)


@operation(
    "keras.utils.normalize(x, axis, order)",
)
def normalize_array(x: Argument) -> TensorSpec:
    """Divide an array by its norms along an axis; a vector becomes a row."""
    spec = tensor(x)
    shape = Shape((1, *spec.shape.known)) if spec.shape.rank == 1 else spec.shape
    return TensorSpec(shape, spec.dtype if is_float(spec.dtype) else None)


@operation(
    "keras.ops.{abs,absolute,conj,conjugate,copy,negative,relu,relu6,sign,square}(x)",
    "keras.ops.{bitwise_not,bitwise_invert}(x)",
    "keras.ops.{nan_to_num,tril,triu,threshold}(x, ...)",
    "keras.activations.{relu,relu6}(x, ...)",
    "keras.backend.{abs,sign,square}(x)",
    "keras.backend.relu(x, ...)",
    "keras.backend.bias_add(x, bias, data_format)",
    "tensorflow.{abs,floor,negative,sign,square}(x, ...)",
    "tensorflow.math.{abs,ceil,conj,floor,negative,sign,square,rint}(x, ...)",
    "tensorflow.nn.{relu,relu6}(features: x, ...)",
    "tensorflow.nn.bias_add(value: x, ...)",
    "tensorflow.linalg.band_part(input: x, ...)",
    "tensorflow.clip_by_norm(t: x, ...)",
    "tensorflow.debugging.check_numerics(tensor: x, ...)",
    "numpy.{abs,absolute,conj,conjugate,negative,positive,sign,square}(x, ...)",
    "numpy.{invert,bitwise_not,nan_to_num}(x, ...)",
)
def unary(x: Argument) -> TensorSpec:
    """Apply a function to every value: shape and dtype stay, but booleans become numbers."""
    spec = tensor(x)
    return TensorSpec(spec.shape, None if spec.dtype == "bool" else spec.dtype)


@operation(
    "numpy.{tril,triu}(m: x, k)",
)
def triangle(x: Argument) -> TensorSpec:
    """Keep a triangle of matrices; of a vector, numpy makes a matrix first."""
    spec = tensor(x)
    dims = spec.shape.dims
    if dims is None:
        return unknown_tensor(spec.shape.why, spec.dtype)
    if not dims:
        raise InvalidShape("an array with at least one axis", str(spec.shape))
    return TensorSpec(Shape(dims * 2 if len(dims) == 1 else dims), spec.dtype)


@operation(
    "keras.activations.linear(x)",
    "keras.ops.{stop_gradient}(variable: x)",
    "keras.backend.{stop_gradient}(variables: x)",
    "keras.backend.{print_tensor}(x, ...)",
    "tensorflow.{identity,stop_gradient,guarantee_const}(input: x, name)",
)
def identity(x: Argument) -> Argument:
    """Give the same values."""
    if isinstance(x, list | tuple | Unknown):
        return x
    return tensor(x)


@operation(
    "keras.ops.round(x, decimals)",
    "keras.backend.round(x)",
    "tensorflow.round(x, name)",
    "tensorflow.math.round(x, name)",
    "numpy.{round,around}(a: x, decimals, out)",
    "numpy.ndarray.round(self: x, decimals, out)",
)
def round_values(x: Argument) -> TensorSpec:
    """Round every value; bounds that are integers hold."""
    spec = tensor(x)
    kept = bounds(spec.content)
    if kept and any(end is not None and end % 1 != 0 for end in (kept.minimum, kept.maximum)):
        kept = None
    return replace(spec, dtype=None if spec.dtype == "bool" else spec.dtype, content=kept)


@operation(
    "keras.ops.{isfinite,isinf,isnan,isneginf,isposinf,isreal,logical_not,signbit}(x)",
    "tensorflow.{logical_not}(x, ...)",
    "tensorflow.math.{is_finite,is_inf,is_nan,logical_not}(x, ...)",
    "numpy.{isfinite,isinf,isnan,isneginf,isposinf,isreal,logical_not,signbit}(x, ...)",
)
def predicate(x: Argument) -> TensorSpec:
    """Tell of every value whether it is so."""
    return TensorSpec(tensor(x).shape, "bool", content=Content(0, 1))


@operation(
    "keras.ops.glu(x, axis)",
    "keras.activations.glu(x, axis)",
)
def gated_linear_unit(x: Argument, axis: Argument = -1) -> TensorSpec:
    """Multiply one half of an axis by the sigmoid of the other: ``(..., 2n) -> (..., n)``.

    Keras: ``Glu.compute_output_spec``.

    Raises:
        InvalidShape: the axis has an odd size.
    """
    spec, place = tensor(x), integer_argument(axis)
    if spec.shape.dims is None or isinstance(place, Unknown):
        return TensorSpec(Shape.unknown(spec.shape.why or "the axis is unknown"), spec.dtype)
    place = canonical_axis(place, len(spec.shape))
    size = spec.shape[place]
    if is_known(size) and size % 2:
        raise InvalidShape(f"an even size on axis {place}", str(spec.shape), axis=place)
    half = size // 2 if is_known(size) or is_dynamic(size) else Unknown("half of an unknown size")
    return TensorSpec(spec.shape.with_axis(place, half), spec.dtype)


def broadcast_specs(*operands: Argument) -> Shape:
    """Give the shape that tensors and numbers broadcast to.

    Raises:
        InvalidShape: two sizes differ and neither is 1.
    """
    return broadcast(*(tensor(one).shape for one in operands))


def binary_dtype(left: Argument, right: Argument) -> str | None:
    """Give the dtype of two operands where all libraries agree; a number adapts to a tensor."""
    first, second = tensor(left).dtype, tensor(right).dtype
    if "bool" in (first, second):
        return None
    for number, dtype in ((left, second), (right, first)):
        if isinstance(number, int):
            return dtype
        if isinstance(number, float):
            return dtype if is_float(dtype) else None
    return common_dtype(first, second)


@operation(
    "keras.ops.{add,subtract,multiply,maximum,minimum,power,mod,floor_divide}(x1, x2)",
    "keras.ops.{fmax,fmin,fmod}(x1, x2)",
    "keras.backend.{maximum,minimum}(x: x1, y: x2)",
    "keras.backend.pow(x: x1, a: x2)",
    "tensorflow.{add,subtract,multiply,maximum,minimum,pow}(x: x1, y: x2, name)",
    "tensorflow.atan2(y: x1, x: x2, name)",
    "tensorflow.math.{add,subtract,multiply,maximum,minimum,pow,mod}(x: x1, y: x2, name)",
    "tensorflow.math.{floordiv,floormod,squared_difference,xlogy,xdivy}(x: x1, y: x2, name)",
    "tensorflow.math.{multiply_no_nan,xlog1py}(x: x1, y: x2, name)",
    "tensorflow.math.atan2(y: x1, x: x2, name)",
    "tensorflow.scalar_mul(scalar: x1, x: x2, name)",
    "tensorflow.math.scalar_mul(scalar: x1, x: x2, name)",
    "numpy.{add,subtract,multiply,maximum,minimum,power,pow,mod,remainder,fmod}(x1, x2, ...)",
    "numpy.{floor_divide,fmax,fmin}(x1, x2, ...)",
    "numpy.{bitwise_and,bitwise_or,bitwise_xor,left_shift,right_shift}(x1, x2, ...)",
)
def binary(x1: Argument, x2: Argument) -> TensorSpec:
    """Combine two tensors value by value. Keras: ``broadcast_shapes``."""
    return TensorSpec(broadcast_specs(x1, x2), binary_dtype(x1, x2))


@operation(
    "keras.ops.{divide,true_divide,divide_no_nan,gcd,lcm,hypot,arctan2,heaviside}(x1, x2)",
    "keras.ops.{logaddexp,logaddexp2,nextafter}(x1, x2)",
    "tensorflow.{divide,truediv,realdiv}(x: x1, y: x2, name)",
    "tensorflow.math.{divide,truediv,divide_no_nan}(x: x1, y: x2, name)",
    "numpy.{divide,true_divide,gcd,lcm,hypot,arctan2,heaviside,copysign}(x1, x2, ...)",
    "numpy.{logaddexp,logaddexp2,nextafter}(x1, x2, ...)",
)
def binary_float(x1: Argument, x2: Argument) -> TensorSpec:
    """Combine two tensors value by value; integers become another dtype."""
    dtype = binary_dtype(x1, x2)
    if dtype != "float32" and not (isinstance(x1, TensorSpec) and isinstance(x2, TensorSpec)):
        dtype = None
    return TensorSpec(broadcast_specs(x1, x2), dtype if is_float(dtype) else None)


@operation(
    "keras.ops.{equal,not_equal,greater,greater_equal,less,less_equal}(x1, x2)",
    "keras.ops.{logical_and,logical_or,logical_xor}(x1, x2)",
    "keras.ops.isclose(x1, x2, ...)",
    "keras.backend.{equal,not_equal,greater,greater_equal,less,less_equal}(x: x1, y: x2)",
    "tensorflow.{equal,not_equal,greater,greater_equal,less,less_equal}(x: x1, y: x2, name)",
    "tensorflow.{logical_and,logical_or}(x: x1, y: x2, name)",
    "tensorflow.math.{equal,not_equal,greater,greater_equal,less,less_equal}(x: x1, y: x2, name)",
    "tensorflow.math.{logical_and,logical_or,logical_xor}(x: x1, y: x2, name)",
    "numpy.{equal,not_equal,greater,greater_equal,less,less_equal}(x1, x2, ...)",
    "numpy.{logical_and,logical_or,logical_xor}(x1, x2, ...)",
    "numpy.isclose(a: x1, b: x2, ...)",
)
def compare(x1: Argument, x2: Argument) -> TensorSpec:
    """Compare value by value."""
    return TensorSpec(broadcast_specs(x1, x2), "bool", content=Content(0, 1))


@operation(
    "tensorflow.add_n(inputs, name)",
    "tensorflow.math.add_n(inputs, name)",
)
def add_all(inputs: Argument) -> Argument:
    """Add tensors of one shape."""
    if isinstance(inputs, list | tuple) and inputs:
        specs = [tensor(one) for one in inputs]
        shapes = [one.shape for one in specs]
        why = "the shapes of all that is added"
        dtype = common_dtype(*(one.dtype for one in specs))
        known = [shape.known for shape in shapes if shape.dims is not None]
        if len({len(dims) for dims in known}) > 1:
            raise InvalidShape(f"tensors of one shape, as {shapes[0]}", str(shapes[1]))
        if len(known) < len(shapes):
            return unknown_tensor(why, dtype)
        expected = partial(agreed_dim, expected=f"tensors of one shape, as {shapes[0]}")
        columns = zip(*known, strict=True)
        return TensorSpec(Shape(tuple(reduce(expected, dims) for dims in columns)), dtype)
    return unknown_tensor("what is added is unknown")


@operation(
    "keras.ops.clip(x, x_min: low, x_max: high)",
    "keras.backend.clip(x, min_value: low, max_value: high)",
    "tensorflow.clip_by_value(t: x, clip_value_min: low, clip_value_max: high, name)",
    "numpy.clip(a: x, a_min: low, a_max: high, out, ..., min: low, max: high)",
    "numpy.ndarray.clip(self: x, min: low, max: high, ...)",
)
def clip(x: Argument, low: Argument = None, high: Argument = None) -> TensorSpec:
    """Limit every value. Keras: ``Clip.compute_output_spec``."""
    spec = tensor(x)
    ends = [one for one in (low, high) if isinstance(one, TensorSpec)]
    shape = broadcast(spec.shape, *(one.shape for one in ends))
    if ends:
        # Keras shows the shape of ``x`` where the bounds are tensors.
        shape = join_shape(shape, spec.shape, "a tensor clipped between tensors")
    dtype = spec.dtype
    if not is_float(dtype) and not all(isinstance(one, int) for one in (low, high)):
        # numpy and Keras make floats of integers between floats.
        dtype = None
    content = bounds(spec.content) or Content()
    lower = low if isinstance(low, int | float) else content.minimum
    upper = high if isinstance(high, int | float) else content.maximum
    if content.minimum is not None and lower is not None and not isinstance(low, Unknown):
        lower = max(lower, content.minimum)
    if content.maximum is not None and upper is not None and not isinstance(high, Unknown):
        upper = min(upper, content.maximum)
    return TensorSpec(shape, dtype, content=bounds(Content(lower, upper)))


@operation(
    "numpy.where(condition, x: x1, y: x2)",
)
def where(condition: Argument, x1: Argument = None, x2: Argument = None) -> Argument:
    """Choose value by value; with a condition alone, give the indices axis by axis."""
    if x1 is None and x2 is None:
        spec = tensor(condition)
        if spec.shape.dims is None:
            return Unknown(spec.shape.why)
        count = Unknown("the number of true values")
        return [TensorSpec(Shape((count,)), None, content=Content(0))] * len(spec.shape)
    return _chosen(condition, x1, x2)


@operation(
    "keras.ops.where(condition, x1, x2)",
)
def where_in_keras(condition: Argument, x1: Argument = None, x2: Argument = None) -> Argument:
    """Choose value by value; for a condition alone, Keras does not show what it gives."""
    if x1 is None and x2 is None:
        return Unknown("the indices of what is true")
    return _chosen(condition, x1, x2)


@operation(
    "tensorflow.where(condition, x: x1, y: x2, name)",
)
def where_in_tensorflow(
    condition: Argument, x1: Argument = None, x2: Argument = None
) -> TensorSpec:
    """Choose value by value; with a condition alone, give indices: ``(None, rank)``."""
    if x1 is None and x2 is None:
        shape = tensor(condition).shape
        if shape.dims is None:
            return TensorSpec(Shape((DYNAMIC, Unknown(shape.why))), "int64")
        return TensorSpec(Shape((DYNAMIC, len(shape))), "int64", content=Content(0))
    return _chosen(condition, x1, x2)


def _chosen(condition: Argument, x1: Argument, x2: Argument) -> TensorSpec:
    content = bounds(union([tensor(x1).content, tensor(x2).content]))
    shape = broadcast_specs(condition, x1, x2)
    chosen = {tensor(x1).dtype, tensor(x2).dtype}
    dtype = "bool" if chosen == {"bool"} else binary_dtype(x1, x2)
    return TensorSpec(shape, dtype, content=content)


@operation(
    "keras.backend.switch(condition, then_expression, else_expression)",
)
def switch(condition: Argument, then_expression: Argument, else_expression: Argument) -> TensorSpec:
    """Choose between two tensors of one shape, whole or value by value."""
    if not isinstance(then_expression, TensorSpec) or not isinstance(else_expression, TensorSpec):
        return unknown_tensor("the branches of a switch")
    if then_expression.shape != else_expression.shape:
        return unknown_tensor("the branches of a switch differ", then_expression.dtype)
    return replace(then_expression, content=None)
