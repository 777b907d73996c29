"""Reading files and strings: images that come out of bytes."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, truth
from keras_lint.ops.operands import dim_argument, dtype_argument, tensor, unknown_tensor
from keras_lint.ops.operation import operation
from keras_lint.shapes import DYNAMIC, Dim, Shape, TensorSpec


@operation(
    "tensorflow.io.read_file(filename, name)",
)
def read_file(filename: Argument) -> TensorSpec:
    """Give the bytes of a file."""
    return TensorSpec(Shape(()), "string")


@operation(
    "tensorflow.io.{decode_jpeg,decode_png,decode_bmp}(contents, channels, ...)",
    "tensorflow.image.{decode_jpeg,decode_png,decode_bmp}(contents, channels, ...)",
)
def decode_jpeg(contents: Argument, channels: Argument = 0, dtype: Argument = None) -> TensorSpec:
    """Give the image in a file: ``(None, None, channels)``, integers from 0 to 255."""
    shape = Shape((DYNAMIC, DYNAMIC, _channels(channels)))
    return TensorSpec(shape, dtype_argument(dtype, "uint8"))


@operation(
    "tensorflow.io.decode_webp(contents, channels, dtype, ...)",
    "tensorflow.image.decode_webp(contents, channels, dtype, ...)",
)
def decode_webp(contents: Argument, channels: Argument = 0, dtype: Argument = None) -> TensorSpec:
    """Give the frames in a file: ``(None, None, None, channels)``."""
    shape = Shape((DYNAMIC, DYNAMIC, DYNAMIC, _channels(channels)))
    return TensorSpec(shape, dtype_argument(dtype, "uint8"))


def _channels(channels: Argument) -> Dim:
    if channels in (0, None):
        return DYNAMIC
    return dim_argument(channels)


@operation(
    "tensorflow.io.decode_image(contents, channels, dtype, name, expand_animations)",
    "tensorflow.image.decode_image(contents, channels, dtype, name, expand_animations)",
)
def decode_image(
    contents: Argument,
    channels: Argument = None,
    dtype: Argument = None,
    expand_animations: Argument = True,
) -> TensorSpec:
    """Give the image in a file of any format; an animation has one axis more."""
    name = dtype_argument(dtype, "uint8")
    if truth(expand_animations) is not False:
        return unknown_tensor("decode_image may find an animation", name)
    return TensorSpec(Shape((DYNAMIC, DYNAMIC, _channels(channels))), name)


@operation(
    "tensorflow.strings.{lower,upper,strip,regex_replace,substr,as_string}(input: x, ...)",
    "tensorflow.{as_string}(input: x, ...)",
)
def same_strings(x: Argument) -> TensorSpec:
    """Change strings one by one."""
    return TensorSpec(tensor(x).shape, "string")


@operation(
    "tensorflow.strings.to_number(input: x, out_type, name)",
)
def to_number(x: Argument, out_type: Argument = None) -> TensorSpec:
    """Give the number that each string spells."""
    return TensorSpec(tensor(x).shape, dtype_argument(out_type, "float32"))


@operation(
    "tensorflow.strings.length(input: x, ...)",
)
def string_length(x: Argument) -> TensorSpec:
    """Give the length of each string."""
    return TensorSpec(tensor(x).shape, "int32")
