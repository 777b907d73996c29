"""``keras.layers.LocallyConnected1D`` and ``LocallyConnected2D`` of Keras 2."""

from __future__ import annotations

from keras_lint.layers.activations.names import check_activation
from keras_lint.layers.arguments import Argument, Weight, truth
from keras_lint.layers.convolutional.convolution import (
    Convolution,
    Window,
    check_count,
    input_channels,
    positive_count,
)
from keras_lint.layers.data_format import (
    Layout,
    channel_axis,
    channels_of,
    check_data_format,
    in_layout,
    layout_of,
    spatial_axes,
)
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidShape, Shape, Unknown, is_dynamic, product


class LocallyConnected(Convolution):
    """A convolution with a kernel for each position: ``(batch, ..., k) -> (..., filters)``."""

    in_keras = (2,)

    filters: Dim
    kernel_size: Argument
    strides: Argument = 1
    padding: Argument = "valid"
    data_format: Argument = None
    activation: Argument = None
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    kernel_constraint: Argument = None
    bias_constraint: Argument = None
    implementation: Argument = 1

    def layout(self) -> Layout:
        return layout_of(self, self.data_format, self.spatial)

    def window(self) -> Window:
        """Give the window of each kernel."""
        return Window.of(self.spatial, self.kernel_size, self.strides, 1, self.padding)

    def validate(self) -> None:
        check_data_format(self.data_format)
        check_activation(self.activation)
        check_count("filters", self.filters)
        self.window()

    def check_rank(self, shape: Shape) -> None:
        LayerSchema.check_rank(self, shape)

    def output_shape(self, inputs: Shape) -> Shape:
        window = self.window()
        filters = positive_count("filters", self.filters)

        def shape_in(layout: str) -> Shape:
            input_channels(inputs, layout, self.spatial)
            for axis in spatial_axes(layout, self.spatial):
                if is_dynamic(inputs[axis]):
                    # Keras 2: LocallyConnected2D.build makes a kernel for each position.
                    raise InvalidShape("known sizes", str(inputs), axis=axis % len(inputs))
            axis = channel_axis(layout, self.spatial)
            return window.slide(inputs, layout).with_axis(axis, filters)

        return in_layout(self.layout(), shape_in)

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        layout, output = self.layout(), self.output_shape(inputs)
        if isinstance(layout, Unknown) or self.implementation not in (1, 3):
            return (Weight((Unknown("how the kernels are stored is not followed"),)),)
        places = [output[axis] for axis in spatial_axes(layout, self.spatial)]
        filters = output[channel_axis(layout, self.spatial)]
        taps = product(self.window().sizes) * channels_of(inputs, layout, self.spatial)
        kernel = Weight((*places, taps, filters))
        match truth(self.use_bias):
            case True:
                return (kernel, Weight((*places, filters)))
            case False:
                return (kernel,)
            case Unknown() as unknown:
                return (kernel, Weight((unknown,)))


class LocallyConnected1D(LocallyConnected):
    """``(batch, steps, k) -> (batch, steps', filters)``."""

    keras_name = "keras.layers.LocallyConnected1D"
    rank = 3


class LocallyConnected2D(LocallyConnected):
    """``(batch, height, width, k) -> (batch, height', width', filters)``."""

    keras_name = "keras.layers.LocallyConnected2D"
    former_parts = {"kernel_size": ("nb_row", "nb_col")}
    rank = 4

    strides: Argument = (1, 1)
