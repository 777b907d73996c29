"""Spectra: Fourier transforms of ``tf.signal``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.ops.operands import dim_argument, flag, tensor, tensors, unknown_tensor
from keras_lint.ops.operation import operation
from keras_lint.ops.shape_arguments import shape_argument
from keras_lint.shapes import (
    Dim,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    ceil_divide,
    is_dynamic,
    is_known,
)


def _signal(x: Argument) -> TensorSpec:
    spec = tensor(x)
    if spec.shape.rank == 0:
        raise InvalidShape("a signal with at least one axis", str(spec.shape))
    return spec


@operation(
    "tensorflow.signal.{fft,ifft}(input: x, name)",
    "tensorflow.signal.{fftshift,ifftshift}(x, ...)",
)
def same_length(x: Argument) -> TensorSpec:
    """Transform the last axes; their sizes stay."""
    spec = _signal(x)
    return TensorSpec(spec.shape, "complex64" if spec.dtype == "complex64" else None)


@operation(
    "tensorflow.signal.{fft2d,ifft2d}(input: x, name)",
)
def same_area(x: Argument) -> TensorSpec:
    """Transform the last two axes; their sizes stay."""
    return same_length(_ranked(x, 2))


@operation(
    "tensorflow.signal.{fft3d,ifft3d}(input: x, name)",
)
def same_volume(x: Argument) -> TensorSpec:
    """Transform the last three axes; their sizes stay."""
    return same_length(_ranked(x, 3))


def _ranked(x: Argument, rank: int) -> TensorSpec:
    spec = tensor(x)
    if spec.shape.rank is not None and spec.shape.rank < rank:
        raise InvalidShape(f"a signal with at least {rank} axes", str(spec.shape))
    return spec


@operation(
    "keras.ops.{fft,fft2,ifft2}(x)",
)
def parts_of_spectrum(x: Argument) -> list[TensorSpec] | Unknown:
    """Transform a pair of real and imaginary parts, whose shape stays. Keras: ``FFT2``."""
    parts = tensors(x)
    if isinstance(parts, Unknown):
        return parts
    return [TensorSpec(part.shape, part.dtype) for part in parts]


@operation(
    "tensorflow.signal.rfft(input_tensor: x, fft_length, name)",
)
def rfft(x: Argument, fft_length: Argument = None) -> TensorSpec:
    """Transform real signals: ``(..., n) -> (..., n // 2 + 1)``."""
    spec = _signal(x)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why)
    length = spec.shape[-1]
    if fft_length is not None:
        given = shape_argument(fft_length)
        length = Unknown("`fft_length` is unknown")
        if not isinstance(given, Unknown) and len(given) == 1:
            length = given[0]
    return TensorSpec(spec.shape.with_last(length // 2 + 1))


@operation(
    "tensorflow.signal.stft(signals: x, frame_length, frame_step, fft_length, ..., pad_end)",
)
def stft(
    x: Argument,
    frame_length: Argument,
    frame_step: Argument,
    fft_length: Argument = None,
    pad_end: Argument = False,
) -> TensorSpec:
    """Transform frame by frame: ``(..., n) -> (..., frames, fft_length // 2 + 1)``."""
    spec = _signal(x)
    if spec.shape.dims is None:
        return unknown_tensor(spec.shape.why, "complex64" if spec.dtype == "float32" else None)
    width, step = dim_argument(frame_length), dim_argument(frame_step)
    length = _next_power(width) if fft_length is None else dim_argument(fft_length)
    frames = _frames(spec.shape[-1], width, step, flag(pad_end))
    dims = (*spec.shape.dims[:-1], frames, length // 2 + 1)
    return TensorSpec(Shape(dims), "complex64" if spec.dtype == "float32" else None)


def _next_power(width: Dim) -> Dim:
    if not is_known(width):
        return Unknown("the power of two above an unknown length")
    return 1 << (width - 1).bit_length()


def _frames(size: Dim, width: Dim, step: Dim, pad_end: bool | Unknown) -> Dim:
    if is_dynamic(size):
        return size
    if isinstance(pad_end, Unknown):
        return pad_end
    if not is_known(size) or not is_known(width) or not is_known(step) or step < 1:
        return Unknown("the number of frames")
    if pad_end:
        return ceil_divide(size, step)
    return max(0, (size - width) // step + 1)
