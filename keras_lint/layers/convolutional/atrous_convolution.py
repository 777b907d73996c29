"""``AtrousConvolution1D`` and ``AtrousConvolution2D`` of Keras 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from keras_lint.layers.arguments import Argument, Weight, literal
from keras_lint.layers.convolutional.convolution import (
    bias_weights,
    former_count,
    input_channels,
    positive_count,
)
from keras_lint.layers.data_format import (
    Layout,
    channel_axis,
    channels_of,
    in_layout,
    layout_of,
    spatial_axes,
)
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, Shape, Unknown, is_dynamic, is_unknown
from keras_lint.shapes.arithmetic import window_output

BORDER_MODES = ("valid", "same", "full")


class FormerConvolution(LayerSchema):
    """What the convolutions of Keras 1 have in common. Keras 1: ``Convolution2D``."""

    in_keras = (1, 2)

    if TYPE_CHECKING:  # the fields stand in the subclasses, as their order differs
        nb_filter: Dim

    @property
    def spatial(self) -> int:
        """The number of axes that the kernel slides over."""
        assert self.rank is not None, "a convolution has a rank"
        return self.rank - 2

    def layout(self) -> Layout:
        """Give where the channels are; ``dim_ordering`` says it where there are two axes."""
        if self.spatial == 1:
            return "channels_last"
        ordering = self.given("dim_ordering")
        return layout_of(self, None if ordering == "default" else ordering, self.spatial)

    def given(self, name: str) -> Argument:
        """Give an argument that all of them have, each at its place."""
        return getattr(self, name, None)

    def kernel(self) -> tuple[Dim, ...]:
        """Give the sizes of the kernel."""
        raise NotImplementedError

    def validate(self) -> None:
        literal("border_mode", self.given("border_mode"), BORDER_MODES)
        if self.spatial == 2:
            literal("dim_ordering", self.given("dim_ordering"), ("tf", "th", "default"))
        former_count("nb_filter", self.nb_filter)
        self.kernel()

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        channels = channels_of(inputs, self.layout(), self.spatial)
        kernel = Weight((*self.kernel(), channels, self.nb_filter))
        return (kernel, *bias_weights(self.given("bias"), self.nb_filter))


class AtrousConvolution(FormerConvolution):
    """A kernel with holes: ``(batch, ..., k) -> (batch, ..., nb_filter)``."""

    def steps(self) -> tuple[Dim, ...]:
        """Give the stride on each axis."""
        raise NotImplementedError

    def rates(self) -> tuple[Dim, ...]:
        """Give the dilation on each axis."""
        raise NotImplementedError

    def validate(self) -> None:
        super().validate()
        self.steps()
        self.rates()

    def output_shape(self, inputs: Shape) -> Shape:
        def shape_in(layout: str) -> Shape:
            input_channels(inputs, layout, self.spatial)
            result = inputs.with_axis(channel_axis(layout, self.spatial), self.nb_filter)
            axes = spatial_axes(layout, self.spatial)
            windows = zip(axes, self.kernel(), self.steps(), self.rates(), strict=True)
            mode = self.given("border_mode")
            for axis, size, stride, rate in windows:
                length = conv_output_length(inputs[axis], size, mode, stride, rate)
                result = result.with_axis(axis, length)
            return result

        return in_layout(self.layout(), shape_in)

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        return {}


def conv_output_length(
    length: Dim, window: Dim, border_mode: Argument, stride: Dim, rate: Dim
) -> Dim:
    """Give the number of places of a kernel. Keras 1: ``conv_output_length``.

    Raises:
        InvalidShape: the kernel does not fit once.
    """
    mode = literal("border_mode", border_mode, BORDER_MODES)
    if mode != "full" or isinstance(mode, Unknown) or is_dynamic(length) or is_unknown(length):
        return window_output(length, window, stride, mode, rate)
    return window_output(length + 2 * rate * (window - 1), window, stride, "valid", rate)


def sizes_of(name: str, argument: Argument, count: int) -> tuple[Dim, ...]:
    """Give ``count`` positive sizes; unknown are those of another form.

    Raises:
        InvalidArgument: a size is not positive.
    """
    if isinstance(argument, list | tuple) and len(argument) == count:
        return tuple(positive_count(name, one) for one in argument)
    return (Unknown(f"`{name}` is not {count} sizes"),) * count


class AtrousConvolution1D(AtrousConvolution):
    """``(batch, steps, k) -> (batch, steps', nb_filter)``."""

    keras_name = "keras.layers.AtrousConvolution1D"
    rank = 3

    nb_filter: Dim
    filter_length: Dim
    init: Argument = "glorot_uniform"
    activation: Argument = None
    weights_: Argument = None
    border_mode: Argument = "valid"
    subsample_length: Argument = 1
    atrous_rate: Argument = 1
    W_regularizer: Argument = None
    b_regularizer: Argument = None
    activity_regularizer: Argument = None
    W_constraint: Argument = None
    b_constraint: Argument = None
    bias: Argument = True

    def kernel(self) -> tuple[Dim, ...]:
        return sizes_of("filter_length", [self.filter_length], 1)

    def steps(self) -> tuple[Dim, ...]:
        return sizes_of("subsample_length", [self.subsample_length], 1)

    def rates(self) -> tuple[Dim, ...]:
        return sizes_of("atrous_rate", [self.atrous_rate], 1)


class AtrousConvolution2D(AtrousConvolution):
    """``(batch, rows, columns, k) -> (batch, rows', columns', nb_filter)``."""

    keras_name = "keras.layers.AtrousConvolution2D"
    rank = 4

    nb_filter: Dim
    nb_row: Dim
    nb_col: Dim
    init: Argument = "glorot_uniform"
    activation: Argument = None
    weights_: Argument = None
    border_mode: Argument = "valid"
    subsample: Argument = (1, 1)
    atrous_rate: Argument = (1, 1)
    dim_ordering: Argument = "default"
    W_regularizer: Argument = None
    b_regularizer: Argument = None
    activity_regularizer: Argument = None
    W_constraint: Argument = None
    b_constraint: Argument = None
    bias: Argument = True

    def kernel(self) -> tuple[Dim, ...]:
        return sizes_of("nb_row", [self.nb_row, self.nb_col], 2)

    def steps(self) -> tuple[Dim, ...]:
        return sizes_of("subsample", self.subsample, 2)

    def rates(self) -> tuple[Dim, ...]:
        return sizes_of("atrous_rate", self.atrous_rate, 2)
