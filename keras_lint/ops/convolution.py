"""Convolutions and pooling as functions of ``keras.ops``, ``K`` and ``tf.nn``."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.layers.arguments import Argument, show
from keras_lint.ops.operands import tensor, unknown_tensor
from keras_lint.ops.operation import operation
from keras_lint.ops.shape_arguments import made_shape, shape_argument
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
    surely_below,
    surely_differ,
)
from keras_lint.shapes.arithmetic import window_output


def _channels_last(data_format: Argument) -> bool | Unknown:
    if data_format is None:
        return True
    if isinstance(data_format, str):
        return data_format == "channels_last" or data_format.endswith("C")
    return Unknown("`data_format` is unknown")


def _per_axis(
    argument: Argument, rank: int, *, last: bool, default: Argument = 1, lenient: bool = False
) -> tuple[Dim, ...]:
    """Give one size per spatial axis for 1, ``rank`` or ``rank + 2`` of them.

    Any number of ones says that there is no dilation: ``lenient``.

    Raises:
        InvalidArgument: there is another number of sizes.
    """
    sizes = shape_argument(default if argument is None else argument)
    if isinstance(sizes, Unknown):
        return (sizes,) * rank
    if len(sizes) == 1:
        return sizes * rank
    if len(sizes) == rank + 2:
        return sizes[1:-1] if last else sizes[2:]
    if len(sizes) == rank:
        return sizes
    if lenient and all(size == 1 for size in sizes):
        return (1,) * rank
    raise InvalidArgument("sizes", f"1, {rank} or {rank + 2} sizes", show(sizes))


def _padding(argument: Argument) -> str | Unknown:
    if isinstance(argument, str) and argument.lower() in ("valid", "same"):
        return argument.lower()
    return Unknown("the padding is given in numbers, or unknown")


def _windows(
    shape: Shape,
    window: Sequence[Dim],
    strides: Sequence[Dim],
    padding: str | Unknown,
    dilation: Sequence[Dim],
) -> tuple[Dim, ...]:
    if any(surely_below(stride, 1) for stride in strides):
        raise InvalidArgument("strides", "positive sizes", show(tuple(strides)))
    return tuple(
        window_output(size, one, stride, padding, spread)
        for size, one, stride, spread in zip(shape, window, strides, dilation, strict=True)
    )


@operation(
    "keras.ops.{max_pool,average_pool}(inputs: x, pool_size, strides, padding, data_format)",
)
def pool(
    x: Argument,
    pool_size: Argument,
    strides: Argument = None,
    *,
    padding: Argument = "valid",
    data_format: Argument = None,
) -> TensorSpec:
    """Reduce windows: ``(batch, ..., c) -> (batch, ..., c)``. Keras: ``MaxPool``."""
    spec, last = tensor(x), _channels_last(data_format)
    if spec.shape.dims is None or isinstance(last, Unknown) or len(spec.shape) < 3:
        why = last.why if isinstance(last, Unknown) else spec.shape.why or "an input of low rank"
        return unknown_tensor(why, spec.dtype)
    spatial = spec.shape.dims[1:-1] if last else spec.shape.dims[2:]
    rank = len(spatial)
    window = _per_axis(pool_size, rank, last=last)
    steps = _per_axis(strides, rank, last=last, default=pool_size)
    how = _padding(padding)
    found = _windows(Shape(spatial), window, steps, how, (1,) * rank)
    batch, channels = spec.shape[0], spec.shape[-1 if last else 1]
    dims = (batch, *found, channels) if last else (batch, channels, *found)
    return TensorSpec(Shape(dims), spec.dtype)


@operation(
    "tensorflow.nn.{max_pool,max_pool1d,max_pool2d,max_pool3d}(input: x, ksize, strides, padding, "
    "data_format, name)",
    "tensorflow.nn.{avg_pool,avg_pool1d,avg_pool2d,avg_pool3d}(input: x, ksize, strides, padding, "
    "data_format, name)",
)
def pool_in_tensorflow(
    x: Argument,
    ksize: Argument,
    strides: Argument,
    padding: Argument,
    data_format: Argument = None,
) -> TensorSpec:
    """Reduce windows, which come with sizes for one, the spatial, or all axes."""
    return pool_in_backend(x, ksize, strides, padding=padding, data_format=data_format)


@operation(
    "keras.backend.{pool2d,pool3d}(x, pool_size, strides, padding, data_format, pool_mode)",
)
def pool_in_backend(
    x: Argument,
    pool_size: Argument,
    strides: Argument = None,
    *,
    padding: Argument = "valid",
    data_format: Argument = None,
) -> TensorSpec:
    """Reduce windows; where one is larger than the image, TensorFlow may give nothing."""
    try:
        return pool(x, pool_size, strides, padding=padding, data_format=data_format)
    except InvalidShape:
        shape, last = tensor(x).shape.known, _channels_last(data_format) is True
        spatial = shape[1:-1] if last else shape[2:]
        window = _per_axis(pool_size, len(spatial), last=last)
        steps = _per_axis(strides, len(spatial), last=last, default=pool_size)
        for size, one, step in zip(spatial, window, steps, strict=True):
            if is_known(step) and surely_below(size - one, -step):
                raise
        return unknown_tensor("windows that do not fit into the image", tensor(x).dtype)


@operation(
    "keras.ops.conv(inputs: x, kernel, strides, padding, data_format, dilation_rate)",
)
def convolve(
    x: Argument,
    kernel: Argument,
    strides: Argument = 1,
    *,
    padding: Argument = "valid",
    data_format: Argument = None,
    dilation_rate: Argument = 1,
) -> TensorSpec:
    """Convolve with a kernel ``(..., in, out)``: ``(batch, ..., in) -> (batch, ..., out)``."""
    return _convolved(
        x,
        kernel,
        strides=strides,
        padding=padding,
        data_format=data_format,
        dilation_rate=dilation_rate,
        depthwise=False,
    )


@operation(
    "keras.backend.{conv1d,conv2d,conv3d}(x, kernel, strides, padding, data_format, dilation_rate)",
)
def convolve_in_backend(
    x: Argument,
    kernel: Argument,
    strides: Argument = 1,
    *,
    padding: Argument = "valid",
    data_format: Argument = None,
    dilation_rate: Argument = 1,
) -> TensorSpec:
    """Convolve with a kernel ``(..., in, out)``; there may be several batch axes."""
    rank, needed = tensor(x).shape.rank, tensor(kernel).shape.rank
    if rank is not None and needed is not None and 3 <= needed < rank:
        return unknown_tensor("several batch axes", tensor(x).dtype)
    return convolve(
        x,
        kernel,
        strides,
        padding=padding,
        data_format=data_format,
        dilation_rate=dilation_rate,
    )


@operation(
    "tensorflow.nn.{conv2d,conv3d}(input: x, filters: kernel, strides, padding, data_format, "
    "dilations: dilation_rate, name)",
    "tensorflow.nn.conv1d(input: x, filters: kernel, stride: strides, padding, data_format, "
    "dilations: dilation_rate, name)",
    "tensorflow.nn.convolution(input: x, filters: kernel, strides, padding, data_format, "
    "dilations: dilation_rate, name)",
)
def convolve_in_tensorflow(
    x: Argument,
    kernel: Argument,
    strides: Argument = 1,
    padding: Argument = "VALID",
    data_format: Argument = None,
    *,
    dilation_rate: Argument = None,
) -> TensorSpec:
    """Convolve with a kernel ``(..., in, out)``."""
    return convolve_in_backend(
        x,
        kernel,
        strides,
        padding=padding,
        data_format=data_format,
        dilation_rate=dilation_rate,
    )


@operation(
    "keras.ops.depthwise_conv(inputs: x, kernel, strides, padding, data_format, dilation_rate)",
    "keras.backend.depthwise_conv2d(x, depthwise_kernel: kernel, strides, padding, data_format, "
    "dilation_rate)",
    "tensorflow.nn.depthwise_conv2d(input: x, filter: kernel, strides, padding, data_format, "
    "dilations: dilation_rate, name)",
)
def convolve_depthwise(
    x: Argument,
    kernel: Argument,
    strides: Argument = 1,
    *,
    padding: Argument = "valid",
    data_format: Argument = None,
    dilation_rate: Argument = 1,
) -> TensorSpec:
    """Convolve each channel by itself, with a kernel ``(..., in, multiplier)``."""
    return _convolved(
        x,
        kernel,
        strides=strides,
        padding=padding,
        data_format=data_format,
        dilation_rate=dilation_rate,
        depthwise=True,
    )


def _convolved(
    x: Argument,
    kernel: Argument,
    *,
    strides: Argument,
    padding: Argument,
    data_format: Argument,
    dilation_rate: Argument,
    depthwise: bool,
) -> TensorSpec:
    spec, weights, last = tensor(x), tensor(kernel), _channels_last(data_format)
    if spec.shape.dims is None or weights.shape.dims is None or isinstance(last, Unknown):
        why = last.why if isinstance(last, Unknown) else spec.shape.why or weights.shape.why
        return unknown_tensor(why, spec.dtype)
    if not depthwise and len(spec.shape) > len(weights.shape) > 2:
        return unknown_tensor("several batch axes, which TensorFlow takes", spec.dtype)
    if len(weights.shape) != len(spec.shape) or len(spec.shape) < 3:
        raise InvalidShape(f"a kernel with {len(spec.shape)} axes", str(weights.shape))
    spatial = spec.shape.dims[1:-1] if last else spec.shape.dims[2:]
    rank = len(spatial)
    channels = spec.shape[-1 if last else 1]
    filters = weights.shape[-1]
    if depthwise:
        if surely_differ(channels, weights.shape[-2]):
            raise InvalidShape(f"{weights.shape[-2]} channels, as in the kernel", str(spec.shape))
        filters = (channels if is_known(channels) else weights.shape[-2]) * filters
    else:
        _check_channels(channels, weights.shape[-2], spec.shape)
    steps = _per_axis(strides, rank, last=last)
    spread = _per_axis(dilation_rate, rank, last=last, lenient=True)
    if depthwise and _may_be_above_one(steps) and _may_be_above_one(spread):
        # TensorFlow takes it and goes its own ways.
        unsure = Unknown("strides together with a dilation")
        dims = (spec.shape[0], *(unsure,) * (rank + 1))
        return TensorSpec(Shape(dims), spec.dtype)
    kernel_sizes = weights.shape.dims[:-2]
    found = _windows(Shape(spatial), kernel_sizes, steps, _padding(padding), spread)
    batch = spec.shape[0]
    dims = (batch, *found, filters) if last else (batch, filters, *found)
    return TensorSpec(Shape(dims), spec.dtype)


def _may_be_above_one(sizes: Sequence[Dim]) -> bool:
    return any(not is_known(size) or size > 1 for size in sizes)


def _check_channels(channels: Dim, depth: Dim, shape: Shape) -> None:
    # A kernel with fewer input channels makes groups of them.
    if is_known(channels) and is_known(depth) and depth > 0 and channels % depth:
        raise InvalidShape(f"a multiple of {depth} channels", str(shape))


@operation(
    "tensorflow.nn.conv2d_transpose(input: x, filters, output_shape, ...)",
    "tensorflow.nn.{conv1d_transpose,conv3d_transpose}(input: x, filters, output_shape, ...)",
    "keras.backend.conv2d_transpose(x, kernel, output_shape, ...)",
)
def convolve_transposed(x: Argument, output_shape: Argument) -> TensorSpec:
    """Convolve backwards to the output shape that the caller names."""
    return TensorSpec(made_shape(output_shape), tensor(x).dtype)
