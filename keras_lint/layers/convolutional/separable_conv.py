"""``keras.layers.SeparableConv1D`` and ``SeparableConv2D``."""

from __future__ import annotations

from keras_lint.layers.activations.names import check_activation
from keras_lint.layers.arguments import Argument, Weight
from keras_lint.layers.convolutional.convolution import (
    Convolution,
    Window,
    bias_weights,
    check_count,
    input_channels,
    positive_count,
    slide_depthwise,
)
from keras_lint.layers.data_format import (
    Layout,
    channel_axis,
    channels_of,
    check_data_format,
    in_layout,
    layout_of,
)
from keras_lint.shapes import Dim, Shape


class SeparableConv(Convolution):
    """Convolve each channel, then mix them: ``(batch, ..., k) -> (batch, ..., filters)``.

    Keras: ``BaseSeparableConv``.
    """

    legacy = {
        **{old: new for old, new in Convolution.legacy.items() if not new.startswith("kernel_")},
        "filter_length": "kernel_size",
        "depthwise_init": "depthwise_initializer",
        "pointwise_init": "pointwise_initializer",
    }
    removed = ("init",)
    instead = {"init": "write depthwise_initializer= and pointwise_initializer="}

    filters: Dim
    kernel_size: Argument
    strides: Argument = 1
    padding: Argument = "valid"
    data_format: Argument = None
    dilation_rate: Argument = 1
    depth_multiplier: Argument = 1
    activation: Argument = None
    use_bias: Argument = True
    depthwise_initializer: Argument = "glorot_uniform"
    pointwise_initializer: Argument = "glorot_uniform"
    bias_initializer: Argument = "zeros"
    depthwise_regularizer: Argument = None
    pointwise_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    depthwise_constraint: Argument = None
    pointwise_constraint: Argument = None
    bias_constraint: Argument = None

    def layout(self) -> Layout:
        return layout_of(self, self.data_format, self.spatial)

    def window(self) -> Window:
        """Give the window of the depthwise kernel."""
        return Window.of(
            self.spatial, self.kernel_size, self.strides, self.dilation_rate, self.padding
        )

    def validate(self) -> None:
        check_data_format(self.data_format)
        check_activation(self.activation)
        window = self.window()
        check_count("depth_multiplier", self.depth_multiplier)
        check_count("filters", self.filters)
        # Keras 3 looks at this only when the layer sees data.
        window.check_dilated_strides(keras=(2,))

    def output_shape(self, inputs: Shape) -> Shape:
        window = self.window()
        filters = positive_count("filters", self.filters)

        def shape_in(layout: str) -> Shape:
            input_channels(inputs, layout, self.spatial)
            axis = channel_axis(layout, self.spatial)
            return slide_depthwise(self, window, inputs, layout).with_axis(axis, filters)

        return in_layout(self.layout(), shape_in)

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        multiplier = positive_count("depth_multiplier", self.depth_multiplier)
        filters = positive_count("filters", self.filters)
        channels = channels_of(inputs, self.layout(), self.spatial)
        depthwise = Weight((*self.window().sizes, channels, multiplier))
        pointwise = Weight((*(1,) * self.spatial, channels * multiplier, filters))
        return (depthwise, pointwise, *bias_weights(self.use_bias, filters))


class SeparableConv1D(SeparableConv):
    """``(batch, steps, k) -> (batch, steps', filters)``."""

    keras_name = "keras.layers.SeparableConv1D"
    aliases = ("SeparableConvolution1D",)
    rank = 3


class SeparableConv2D(SeparableConv):
    """``(batch, height, width, k) -> (batch, height', width', filters)``."""

    keras_name = "keras.layers.SeparableConv2D"
    aliases = ("SeparableConvolution2D",)
    former_parts = {"kernel_size": ("nb_row", "nb_col")}
    rank = 4

    strides: Argument = (1, 1)
    dilation_rate: Argument = (1, 1)
