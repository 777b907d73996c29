"""Sound as images: ``MelSpectrogram`` and ``STFTSpectrogram``."""

from __future__ import annotations

import math

from keras_lint.layers.arguments import (
    Argument,
    NumpyInteger,
    Weight,
    is_size,
    literal,
    show,
    truth,
)
from keras_lint.layers.ranges import check_choice, check_leading_size, number, output_size
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Unknown,
    is_dynamic,
    is_known,
    surely_below,
)
from keras_lint.shapes.arithmetic import window_output

DATA_FORMATS = ("channels_last", "channels_first")


class MelSpectrogram(LayerSchema):
    """Turn sound into mel bins: ``(batch, time) -> (batch, num_mel_bins, frames)``."""

    keras_name = "keras.layers.MelSpectrogram"
    in_keras = (3,)

    fft_length: Argument = 2048
    sequence_stride: Argument = 512
    sequence_length: Argument = None
    window: Argument = "hann"
    sampling_rate: Argument = 16000
    num_mel_bins: Argument = 128
    min_freq: Argument = 20.0
    max_freq: Argument = None
    power_to_db: Argument = True
    top_db: Argument = 80.0
    mag_exp: Argument = 2.0
    min_power: Argument = 1e-10
    ref_power: Argument = 1.0

    def validate(self) -> None:
        length = self.sequence_length
        if length is None or length == 0:
            return
        expected = "a sequence_length of at most fft_length"
        sequence = number("sequence_length", length, expected)
        transform = number("fft_length", self.fft_length, "a number")
        if sequence is not None and transform is not None and transform < sequence:
            raise InvalidArgument("sequence_length", expected, f"{sequence} > {transform}")

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is None:
            return inputs
        if not len(inputs):
            raise InvalidShape("sound with a time axis", str(inputs))
        batch = inputs.known[:1] if len(inputs) > 1 else ()
        bins = output_size("num_mel_bins", self.num_mel_bins)
        if not batch:
            check_leading_size("num_mel_bins", self.num_mel_bins)
        return Shape((*batch, bins, self._frames(inputs[len(batch)])))

    def _frames(self, time: Dim) -> Dim:
        """Give the number of frames. Keras: ``MelSpectrogram.compute_output_shape``."""
        if is_dynamic(time):
            return time
        stride = output_stride("sequence_stride", self.sequence_stride)
        frames = (time + stride + 1) // stride
        if surely_below(frames, 0):
            found = show(self.sequence_stride)
            raise InvalidArgument("sequence_stride", "a positive int", found)
        return frames


class STFTSpectrogram(LayerSchema):
    """Turn sound into frequencies: ``(batch, time, channels)`` to
    ``(batch, frames, frequencies * channels)``, with one more axis for ``expand_dims``."""

    keras_name = "keras.layers.STFTSpectrogram"
    in_keras = (3,)
    rank = 3

    mode: Argument = "log"
    frame_length: Argument = 256
    frame_step: Argument = None
    fft_length: Argument = None
    window: Argument = "hann"
    periodic: Argument = False
    scaling: Argument = "density"
    padding: Argument = "valid"
    expand_dims: Argument = False
    data_format: Argument = None

    def validate(self) -> None:
        length = number("frame_length", self.frame_length, "a number")
        if self.frame_step is not None:
            step = number("frame_step", self.frame_step, "a number")
            if step is not None and (step < 1 or (length is not None and step > length)):
                expected = f"a positive int of at most {show(self.frame_length)}"
                raise InvalidArgument("frame_step", expected, show(self.frame_step))
        if self.fft_length is not None:
            transform = number("fft_length", self.fft_length, "a number")
            if transform is not None and length is not None and transform < length:
                raise InvalidArgument("fft_length", f"at least {length}", show(self.fft_length))
        modes = ("log", "magnitude", "psd", "real", "imag", "angle", "stft")
        check_choice("mode", self.mode, modes)
        if self.scaling is not None:
            check_choice("scaling", self.scaling, ("density", "spectrum"))
        check_choice("padding", self.padding, ("valid", "same"))
        if self.data_format is not None:
            literal("data_format", self.data_format, DATA_FORMATS)

    def output_shape(self, inputs: Shape) -> Shape:
        given = self.image_data_format if self.data_format is None else self.data_format
        layout = literal("data_format", given, DATA_FORMATS)
        if isinstance(layout, Unknown):
            return Shape.unknown(layout.why)
        last = layout == "channels_last"
        batch, time, channels = inputs[0], inputs[1 if last else 2], inputs[2 if last else 1]
        if is_dynamic(channels):
            raise InvalidShape("a known number of channels", str(inputs), axis=2 if last else 1)
        frequencies = self._frequencies()
        if isinstance(self.mode, Unknown):
            frequencies = self.mode
        elif self.mode == "stft":
            frequencies = frequencies * 2
        padding = (
            self.padding if isinstance(self.padding, str) else Unknown("the padding is unknown")
        )
        frames = window_output(time, _size(self.frame_length), self._step(), padding)
        match truth(self.expand_dims):
            case True if last:
                return Shape((batch, frames, frequencies, channels))
            case True:
                return Shape((batch, channels, frames, frequencies))
            case False if last:
                return Shape((batch, frames, frequencies * channels))
            case False:
                return Shape((batch, frequencies * channels, frames))
            case Unknown() as unknown:
                return Shape.unknown(unknown.why)

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        if isinstance(self.mode, Unknown):
            return (Weight((self.mode,)),)
        kernel = Weight((_size(self.frame_length), 1, self._frequencies()))
        # Keras: one for the real part and one for the imaginary part, where they are needed.
        return (kernel,) if self.mode in ("real", "imag") else (kernel, kernel)

    def _frequencies(self) -> Dim:
        if self.fft_length is not None and self.fft_length != 0:
            return _size(self.fft_length) // 2 + 1
        length = _size(self.frame_length)
        if not is_known(length) or length < 1:
            return Unknown("the frame length is unknown")
        return (1 << math.ceil(math.log2(length))) // 2 + 1

    def _step(self) -> Dim:
        step = self.frame_step
        return _size(self.frame_length) // 2 if step is None else _size(step)


def output_stride(name: str, given: Argument) -> Dim:
    """Give a stride by which Keras divides.

    Raises:
        InvalidArgument: it is zero, or no integer.
    """
    value = given.value if isinstance(given, NumpyInteger) else given
    if value is None or isinstance(value, str | float | list | tuple) or value == 0:
        raise InvalidArgument(name, "a positive int", show(given))
    return _size(value)


def _size(given: Argument) -> Dim:
    value = given.value if isinstance(given, NumpyInteger) else given
    size: Dim = value if is_size(value) else Unknown("a length is unknown")
    return size
