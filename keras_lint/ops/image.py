"""Functions on images: ``tf.image``, ``keras.ops.image`` and their like."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.layers.arguments import Argument, truth
from keras_lint.ops.content import bounds
from keras_lint.ops.image_values import images
from keras_lint.ops.operands import dim_argument, tensor, unknown_tensor
from keras_lint.ops.operation import operation
from keras_lint.ops.shape_arguments import made_shape, shape_argument
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    product,
)
from keras_lint.shapes.arithmetic import window_output


def _resized(x: Argument, height: Dim, width: Dim, *, first: bool = False) -> TensorSpec:
    spec = images(x)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why, spec.dtype)
    axis = -2 if first else -3
    return replace(spec, shape=spec.shape.with_axis(axis, height).with_axis(axis + 1, width))


def _size(argument: Argument, name: str = "size") -> tuple[Dim, Dim]:
    match shape_argument(argument):
        case (height, width):
            return height, width
        case Unknown() as unknown:
            return unknown, unknown
        case _:
            raise InvalidArgument(name, "two sizes", str(argument))


@operation(
    "tensorflow.image.resize(images: x, size, method, preserve_aspect_ratio, ...)",
)
def resize(
    x: Argument,
    size: Argument,
    method: Argument = "bilinear",
    preserve_aspect_ratio: Argument = False,
) -> TensorSpec:
    """Resize images: ``(..., h, w, c) -> (..., *size, c)``; floats unless nearest."""
    height, width = _size(size)
    if truth(preserve_aspect_ratio) is not False:
        height = width = Unknown("the size keeps the aspect ratio")
    result = _resized(x, height, width)
    if method == "nearest":
        return result
    return replace(result, dtype="float32" if isinstance(method, str) else None)


@operation(
    "keras.ops.image.resize(images: x, size, interpolation, antialias, ..., data_format)",
)
def resize_in_keras(x: Argument, size: Argument, data_format: Argument = None) -> TensorSpec:
    """Resize images. Keras: ``Resize.compute_output_spec``."""
    height, width = _size(size)
    first = _is_channels_first(data_format)
    if isinstance(first, Unknown):
        return unknown_tensor(first.why)
    return _resized(x, height, width, first=first)


def _is_channels_first(data_format: Argument) -> bool | Unknown:
    if isinstance(data_format, Unknown):
        return data_format
    return bool(data_format == "channels_first")


@operation(
    "keras.backend.resize_images(x, height_factor, width_factor, data_format, ...)",
)
def resize_by_factors(
    x: Argument, height_factor: Argument, width_factor: Argument, data_format: Argument
) -> TensorSpec:
    """Make images larger by whole factors."""
    spec, first = images(x), _is_channels_first(data_format)
    if spec.shape.rank == 3:
        return unknown_tensor("images without a batch axis", spec.dtype)
    if isinstance(first, Unknown) or spec.shape.dims is None:
        return unknown_tensor(spec.shape.why or "`data_format` is unknown", spec.dtype)
    axis = -2 if first else -3
    height = spec.shape[axis] * dim_argument(height_factor)
    return _resized(spec, height, spec.shape[axis + 1] * dim_argument(width_factor), first=first)


@operation(
    "tensorflow.image.{crop_to_bounding_box}(image: x, offset_height, offset_width, target_height, "
    "target_width)",
)
def crop_to(
    x: Argument,
    offset_height: Argument,
    offset_width: Argument,
    target_height: Argument,
    target_width: Argument,
) -> TensorSpec:
    """Cut a box out of images.

    Raises:
        InvalidShape: the box reaches beyond the image.
    """
    result = resize_to(x, target_height, target_width)
    for axis, offset in ((-3, offset_height), (-2, offset_width)):
        _check_within(axis, offset, _side(result, axis), _side(x, axis))
    return result


@operation(
    "tensorflow.image.{pad_to_bounding_box}(image: x, offset_height, offset_width, target_height, "
    "target_width)",
)
def pad_to(
    x: Argument,
    offset_height: Argument,
    offset_width: Argument,
    target_height: Argument,
    target_width: Argument,
) -> TensorSpec:
    """Put images into a larger box of zeros.

    Raises:
        InvalidShape: the image reaches beyond the box.
    """
    result = resize_to(x, target_height, target_width)
    for axis, offset in ((-3, offset_height), (-2, offset_width)):
        _check_within(axis, offset, _side(x, axis), _side(result, axis))
    return result


def _check_within(axis: int, offset: Argument, inner: Dim, outer: Dim) -> None:
    end = dim_argument(offset) + inner
    if is_known(end) and is_known(outer) and end > outer:
        raise InvalidShape(f"a box within {outer} on axis {axis}", f"{inner} from {offset} on")


def _side(x: Argument, axis: int) -> Dim:
    shape = tensor(x).shape
    return Unknown(shape.why) if shape.dims is None else shape[axis]


@operation(
    "tensorflow.image.{resize_with_pad}(image: x, target_height, target_width, ...)",
    "tensorflow.image.{resize_with_crop_or_pad}(image: x, target_height, target_width)",
)
def resize_to(x: Argument, target_height: Argument, target_width: Argument) -> TensorSpec:
    """Resize or crop and pad images: ``(..., h, w, c) -> (..., *target, c)``."""
    result = _resized(x, dim_argument(target_height), dim_argument(target_width))
    return replace(result, dtype=None)


@operation(
    "tensorflow.image.{random_crop,stateless_random_crop}(value: x, size, ...)",
)
def random_crop(x: Argument, size: Argument) -> TensorSpec:
    """Cut out a block of the given shape."""
    spec, shape = tensor(x), made_shape(size)
    if spec.shape.dims is not None and shape.dims is not None:
        if len(spec.shape) != len(shape):
            raise InvalidShape(f"a tensor with {len(shape)} axes", str(spec.shape))
        for have, want in zip(spec.shape.dims, shape.dims, strict=True):
            if is_known(have) and is_known(want) and want > have:
                raise InvalidShape(f"at least {shape}", str(spec.shape))
    return TensorSpec(shape, spec.dtype, content=bounds(spec.content))


@operation(
    "tensorflow.image.central_crop(image: x, central_fraction)",
)
def central_crop(x: Argument, central_fraction: Argument) -> TensorSpec:
    """Keep the middle of images: the margins are rounded down on either side."""
    spec = replace(tensor(x), content=None) if central_fraction == 1 else images(x)
    if isinstance(central_fraction, int | float) and not 0 < central_fraction <= 1:
        raise InvalidArgument("central_fraction", "a fraction up to 1", str(central_fraction))
    if spec.shape.dims is None or central_fraction == 1:
        return spec
    sizes: list[Dim] = []
    for size in (spec.shape[-3], spec.shape[-2]):
        if is_known(size) and isinstance(central_fraction, float):
            sizes.append(size - 2 * int((size - size * central_fraction) / 2))
        else:
            sizes.append(size if size is DYNAMIC else Unknown("the crop of an unknown size"))
    return _resized(spec, sizes[0], sizes[1])


@operation(
    "tensorflow.image.transpose(image: x, name)",
)
def transpose_image(x: Argument) -> TensorSpec:
    """Swap height and width."""
    spec = images(x)
    if spec.shape.dims is None:
        return spec
    return _resized(spec, spec.shape[-2], spec.shape[-3])


@operation(
    "tensorflow.image.rot90(image: x, k, name)",
)
def rot90(x: Argument) -> TensorSpec:
    """Rotate images; TensorFlow does not work out which way they lie then."""
    spec = images(x)
    if spec.shape.dims is None or spec.shape[-2] == spec.shape[-3]:
        return spec
    turned = Unknown("the size of a rotated image")
    return _resized(spec, turned, turned)


@operation(
    "tensorflow.image.extract_patches(images: x, sizes, strides, rates, padding, name)",
)
def extract_patches(
    x: Argument, sizes: Argument, strides: Argument, rates: Argument, padding: Argument
) -> TensorSpec:
    """Cut images into patches, each flattened into the last axis."""
    spec = tensor(x)
    if spec.shape.rank not in (None, 4):
        raise InvalidShape("images with 4 axes", str(spec.shape))
    found = [shape_argument(one) for one in (sizes, strides, rates)]
    lists = [one for one in found if not isinstance(one, Unknown) and len(one) == 4]
    if spec.shape.dims is None or len(lists) < 3 or not isinstance(padding, str):
        return unknown_tensor(spec.shape.why or "sizes that are unknown", spec.dtype)
    window, steps, spread = lists
    # TensorFlow works out both height and width or neither.
    seen = not any(is_dynamic(dim) for dim in spec.shape.dims[1:3])
    dims = [
        _patches(spec.shape[axis], window[axis], steps[axis], padding.lower(), spread[axis])
        if seen
        else DYNAMIC
        for axis in (1, 2)
    ]
    depth = product((window[1], window[2], spec.shape[3]))
    return TensorSpec(Shape((spec.shape[0], *dims, depth)), spec.dtype)


def _patches(size: Dim, window: Dim, step: Dim, padding: str, spread: Dim) -> Dim:
    """Give the number of patches along an axis: none where the axis is too short."""
    try:
        count = window_output(size, window, step, padding, spread)
    except InvalidShape:
        return 0
    if padding == "valid" and not is_known(count) and not is_dynamic(count):
        return Unknown("the patches of an image that may be smaller than one")
    return count


@operation(
    "keras.ops.image.extract_patches(images: x, size, strides, dilation_rate, padding, "
    "data_format)",
)
def extract_patches_in_keras(
    x: Argument,
    size: Argument,
    strides: Argument = None,
    *,
    dilation_rate: Argument = 1,
    padding: Argument = "valid",
    data_format: Argument = None,
) -> TensorSpec:
    """Cut images into patches. Keras: ``ExtractPatches.compute_output_spec``."""
    spec = images(x)
    if spec.shape.dims is None or data_format is not None or not isinstance(padding, str):
        return unknown_tensor(spec.shape.why or "the format of the images", spec.dtype)
    pairs = []
    for argument in (size, size if strides is None else strides, dilation_rate):
        sizes = shape_argument(argument)
        if isinstance(sizes, Unknown):
            return TensorSpec(Shape.unknown_dims(len(spec.shape), sizes.why), spec.dtype)
        pairs.append(sizes * 2 if len(sizes) == 1 else sizes)
    if any(len(pair) != 2 for pair in pairs) or padding not in ("valid", "same"):
        return unknown_tensor("sizes that are no pairs", spec.dtype)
    if is_dynamic(spec.shape[-1]):
        raise InvalidShape("images with a known number of channels", str(spec.shape), axis=-1)
    dims = [
        _patches(spec.shape[axis - 3], window, step, padding, spread)
        for axis, (window, step, spread) in enumerate(zip(*pairs, strict=True))
    ]
    if 0 in dims:
        return unknown_tensor("images smaller than a patch, which Keras refuses as symbols only")
    depth = product((*pairs[0], spec.shape[-1]))
    return TensorSpec(Shape((*spec.shape.dims[:-3], *dims, depth)), spec.dtype)


@operation(
    "tensorflow.image.crop_and_resize(image: x, boxes, box_indices, crop_size, ...)",
)
def crop_and_resize(x: Argument, boxes: Argument, crop_size: Argument) -> TensorSpec:
    """Give one image for each box: ``(boxes, *crop_size, c)``."""
    spec, cuts = tensor(x), tensor(boxes)
    if spec.shape.rank not in (None, 4):
        raise InvalidShape("images with 4 axes", str(spec.shape))
    height, width = _size(crop_size, "crop_size")
    count = cuts.shape[0] if cuts.shape.dims else Unknown("the number of boxes")
    channels = spec.shape[-1] if spec.shape.dims else Unknown("the channels of an image")
    return TensorSpec(Shape((count, height, width, channels)), "float32")


@operation(
    "tensorflow.nn.depth_to_space(input: x, block_size, data_format, name)",
    "keras.ops.depth_to_space(x, block_size, data_format)",
)
def depth_to_space(x: Argument, block_size: Argument, data_format: Argument = "NHWC") -> TensorSpec:
    """Move channels into blocks: ``(n, h, w, c*b*b) -> (n, h*b, w*b, c)``."""
    spec, block = tensor(x), dim_argument(block_size)
    if spec.shape.rank not in (None, 4):
        raise InvalidShape("images with 4 axes", str(spec.shape))
    if spec.shape.dims is None or data_format not in ("NHWC", "channels_last", None):
        return unknown_tensor(spec.shape.why or "channels first", spec.dtype)
    batch, height, width, channels = spec.shape.dims
    area = block * block
    if is_known(channels) and is_known(area) and area and channels % area:
        raise InvalidShape(f"a multiple of {area} channels", str(spec.shape), axis=-1)
    dims = (batch, height * block, width * block, channels // area)
    return TensorSpec(Shape(dims), spec.dtype)


@operation(
    "tensorflow.nn.space_to_depth(input: x, block_size, data_format, name)",
    "keras.ops.space_to_depth(x, block_size, data_format)",
)
def space_to_depth(x: Argument, block_size: Argument, data_format: Argument = "NHWC") -> TensorSpec:
    """Move blocks into channels: ``(n, h, w, c) -> (n, h/b, w/b, c*b*b)``."""
    spec, block = tensor(x), dim_argument(block_size)
    if spec.shape.rank not in (None, 4):
        raise InvalidShape("images with 4 axes", str(spec.shape))
    if spec.shape.dims is None or data_format not in ("NHWC", "channels_last", None):
        return unknown_tensor(spec.shape.why or "channels first", spec.dtype)
    batch, height, width, channels = spec.shape.dims
    for size in (height, width):
        if is_known(size) and is_known(block) and block and size % block:
            raise InvalidShape(f"multiples of {block} for height and width", str(spec.shape))
    dims = (batch, height // block, width // block, channels * block * block)
    return TensorSpec(Shape(dims), spec.dtype)
