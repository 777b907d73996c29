"""Functions that change the values and colors of images, not their height and width."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.layers.arguments import Argument
from keras_lint.ops.operands import dtype_argument, tensor, unknown_tensor
from keras_lint.ops.operation import operation
from keras_lint.shapes import InvalidShape, TensorSpec, is_known, surely_differ


def images(x: Argument) -> TensorSpec:
    """Give one image or a batch of them.

    Raises:
        InvalidShape: it has neither 3 nor 4 axes.
    """
    spec = tensor(x)
    if spec.shape.rank not in (None, 3, 4):
        raise InvalidShape("images with 3 or 4 axes", str(spec.shape))
    return replace(spec, content=None)


@operation(
    "tensorflow.image.{random_brightness,stateless_random_brightness}(image: x, ...)",
    "tensorflow.image.{adjust_brightness,adjust_gamma}(image: x, ...)",
)
def same_values(x: Argument) -> TensorSpec:
    """Change the values of a tensor with any axes; shape and, where known, dtype stay."""
    spec = tensor(x)
    return TensorSpec(spec.shape, spec.dtype if spec.dtype == "float32" else None)


@operation(
    "tensorflow.image.{per_image_standardization}(image: x)",
    "tensorflow.image.{random_contrast,random_hue,random_saturation}(image: x, ...)",
    "tensorflow.image.{stateless_random_contrast,stateless_random_hue}(image: x, ...)",
    "tensorflow.image.{adjust_hue,adjust_saturation,stateless_random_saturation}(image: x, ...)",
    "tensorflow.image.{adjust_contrast,draw_bounding_boxes}(images: x, ...)",
)
def same_size(x: Argument) -> TensorSpec:
    """Change the values of images: ``(..., h, w, c) -> (..., h, w, c)``.

    Raises:
        InvalidShape: it has fewer than 3 axes.
    """
    spec = same_values(x)
    if spec.shape.rank is not None and spec.shape.rank < 3:
        raise InvalidShape("images with at least 3 axes", str(spec.shape))
    return spec


@operation(
    "tensorflow.image.{flip_left_right,flip_up_down}(image: x)",
    "tensorflow.image.{random_flip_left_right,random_flip_up_down}(image: x, ...)",
    "tensorflow.image.{stateless_random_flip_left_right}(image: x, ...)",
    "tensorflow.image.{stateless_random_flip_up_down}(image: x, ...)",
    "keras.ops.image.{rgb_to_hsv,hsv_to_rgb,affine_transform,gaussian_blur}(images: x, ...)",
    "keras.ops.image.{elastic_transform,perspective_transform}(images: x, ...)",
)
def same_images(x: Argument) -> TensorSpec:
    """Change the values of one image or a batch of them; the shape stays.

    Raises:
        InvalidShape: it has neither 3 nor 4 axes.
    """
    return same_values(images(x))


@operation(
    "tensorflow.image.{random_jpeg_quality,adjust_jpeg_quality}(image: x, ...)",
)
def same_image(x: Argument) -> TensorSpec:
    """Change the values of one image: ``(h, w, c) -> (h, w, c)``.

    Raises:
        InvalidShape: it has not 3 axes.
    """
    spec = same_values(x)
    if spec.shape.rank not in (None, 3):
        raise InvalidShape("one image with 3 axes", str(spec.shape))
    return spec


@operation(
    "tensorflow.image.{rgb_to_yuv,yuv_to_rgb}(images: x)",
    "tensorflow.image.{rgb_to_hsv,hsv_to_rgb}(images: x, name)",
)
def recolor(x: Argument) -> TensorSpec:
    """Change the color space of images: ``(..., 3) -> (..., 3)``."""
    spec = same_values(x)
    if spec.shape.dims is None:
        return spec
    if not spec.shape.dims or surely_differ(spec.shape[-1], 3):
        raise InvalidShape("images with 3 channels", str(spec.shape))
    return replace(spec, shape=spec.shape.with_last(3))


@operation(
    "tensorflow.image.convert_image_dtype(image: x, dtype, ...)",
)
def convert_image_dtype(x: Argument, dtype: Argument) -> TensorSpec:
    """Change the dtype of images and scale their values to its range."""
    return TensorSpec(tensor(x).shape, dtype_argument(dtype))


@operation(
    "tensorflow.image.rgb_to_grayscale(images: x, name)",
)
def rgb_to_grayscale(x: Argument) -> TensorSpec:
    """Give one channel for three: ``(..., 3) -> (..., 1)``."""
    spec = tensor(x)
    if spec.shape.dims is None:
        return spec
    if not len(spec.shape) or surely_differ(spec.shape[-1], 3):
        raise InvalidShape("images with 3 channels", str(spec.shape))
    return TensorSpec(spec.shape.with_last(1), spec.dtype)


@operation(
    "keras.ops.image.{rgb_to_grayscale}(images: x, data_format)",
)
def rgb_to_grayscale_in_keras(x: Argument, data_format: Argument = None) -> TensorSpec:
    """Give one channel for three. Keras: ``RGBToGrayscale.compute_output_spec``."""
    spec = images(x)
    if not spec.shape.dims or data_format not in (None, "channels_last"):
        return unknown_tensor(spec.shape.why or "an image without axes", spec.dtype)
    if is_known(spec.shape[-1]) and spec.shape[-1] not in (1, 3):
        raise InvalidShape("images with 3 channels", str(spec.shape), axis=-1)
    return TensorSpec(spec.shape.with_last(1), spec.dtype)


@operation(
    "tensorflow.image.grayscale_to_rgb(images: x, name)",
)
def grayscale_to_rgb(x: Argument) -> TensorSpec:
    """Give three channels for one: ``(..., 1) -> (..., 3)``."""
    spec = tensor(x)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why, spec.dtype)
    if len(spec.shape) < 2 or surely_differ(spec.shape[-1], 1):
        raise InvalidShape("images with 1 channel", str(spec.shape), axis=-1)
    return TensorSpec(spec.shape.with_last(3), spec.dtype)
