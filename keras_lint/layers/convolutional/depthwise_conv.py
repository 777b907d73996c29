"""``keras.layers.DepthwiseConv1D`` and ``DepthwiseConv2D``."""

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
from keras_lint.shapes import Shape


class DepthwiseConv(Convolution):
    """Slide kernels over each channel: ``(batch, ..., k) -> (batch, ..., k * multiplier)``.

    Keras: ``BaseDepthwiseConv``.
    """

    legacy = {
        **Convolution.legacy,
        "init": "depthwise_initializer",
        "W_regularizer": "depthwise_regularizer",
        "W_constraint": "depthwise_constraint",
    }

    kernel_size: Argument
    strides: Argument = 1
    padding: Argument = "valid"
    depth_multiplier: Argument = 1
    data_format: Argument = None
    dilation_rate: Argument = 1
    activation: Argument = None
    use_bias: Argument = True
    depthwise_initializer: Argument = "glorot_uniform"
    bias_initializer: Argument = "zeros"
    depthwise_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    depthwise_constraint: Argument = None
    bias_constraint: Argument = None

    def layout(self) -> Layout:
        return layout_of(self, self.data_format, self.spatial)

    def window(self) -> Window:
        """Give the kernel's window."""
        return Window.of(
            self.spatial, self.kernel_size, self.strides, self.dilation_rate, self.padding
        )

    def validate(self) -> None:
        check_data_format(self.data_format)
        check_activation(self.activation)
        window = self.window()
        check_count("depth_multiplier", self.depth_multiplier)
        # Keras 3 looks at this only when the layer sees data.
        window.check_dilated_strides(keras=(2,))

    def output_shape(self, inputs: Shape) -> Shape:
        window = self.window()
        multiplier = positive_count("depth_multiplier", self.depth_multiplier)

        def shape_in(layout: str) -> Shape:
            channels = input_channels(inputs, layout, self.spatial)
            axis = channel_axis(layout, self.spatial)
            return slide_depthwise(self, window, inputs, layout).with_axis(
                axis, channels * multiplier
            )

        return in_layout(self.layout(), shape_in)

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        multiplier = positive_count("depth_multiplier", self.depth_multiplier)
        channels = channels_of(inputs, self.layout(), self.spatial)
        kernel = Weight((*self.window().sizes, channels, multiplier))
        return (kernel, *bias_weights(self.use_bias, channels * multiplier))


class DepthwiseConv1D(DepthwiseConv):
    """``(batch, steps, k) -> (batch, steps', k * depth_multiplier)``."""

    keras_name = "keras.layers.DepthwiseConv1D"
    rank = 3


class DepthwiseConv2D(DepthwiseConv):
    """``(batch, height, width, k) -> (batch, height', width', k * depth_multiplier)``."""

    keras_name = "keras.layers.DepthwiseConv2D"
    rank = 4

    strides: Argument = (1, 1)
    dilation_rate: Argument = (1, 1)
