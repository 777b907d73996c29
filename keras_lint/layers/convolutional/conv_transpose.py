"""``keras.layers.Conv1DTranspose``, ``Conv2DTranspose`` and ``Conv3DTranspose``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keras_lint.layers.activations.names import check_activation
from keras_lint.layers.arguments import Argument, Weight, standard_tuple
from keras_lint.layers.convolutional.convolution import (
    Convolution,
    Window,
    bias_weights,
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
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Unknown,
    is_dynamic,
    is_known,
    is_unknown,
    surely_below,
)


class ConvTranspose(Convolution):
    """Undo the shape of a convolution: ``(batch, ..., k) -> (batch, ..., filters)``.

    Keras: ``BaseConvTranspose``.
    """

    if TYPE_CHECKING:  # the fields stand in the subclasses, as their order differs
        filters: Dim
        kernel_size: Argument
        strides: Argument
        padding: Argument
        output_padding: Argument
        data_format: Argument
        dilation_rate: Argument
        activation: Argument
        use_bias: Argument

    def layout(self) -> Layout:
        return layout_of(self, self.data_format, self.spatial)

    def window(self) -> Window:
        """Give the kernel's window."""
        return Window.of(
            self.spatial, self.kernel_size, self.strides, self.dilation_rate, self.padding
        )

    def extra(self) -> tuple[Dim | None, ...]:
        """Give ``output_padding`` for each spatial axis, None where Keras chooses it."""
        if self.output_padding is None:
            return (None,) * self.spatial
        return standard_tuple("output_padding", self.output_padding, self.spatial, allow_zero=True)

    def validate(self) -> None:
        check_data_format(self.data_format)
        check_activation(self.activation)
        window = self.window()
        window.check_dilated_strides()
        for extra, stride in zip(self.extra(), window.strides, strict=True):
            if extra is not None and is_known(stride) and is_known(extra) and extra >= stride:
                raise InvalidArgument(
                    "output_padding", f"less than the stride of {stride}", str(extra)
                )
        check_count("filters", self.filters)

    def output_shape(self, inputs: Shape) -> Shape:
        window, extras = self.window(), self.extra()
        filters = positive_count("filters", self.filters)

        def shape_in(layout: str) -> Shape:
            input_channels(inputs, layout, self.spatial)
            result = inputs.with_axis(channel_axis(layout, self.spatial), filters)
            for index, axis in enumerate(spatial_axes(layout, self.spatial)):
                dim = transposed_output(
                    inputs[axis],
                    (window.sizes[index] - 1) * window.dilations[index] + 1,
                    window.strides[index],
                    window.padding,
                    extras[index],
                )
                result = result.with_axis(axis, dim)
            return result

        return in_layout(self.layout(), shape_in)

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        filters = positive_count("filters", self.filters)
        channels = channels_of(inputs, self.layout(), self.spatial)
        kernel = Weight((*self.window().sizes, filters, channels))
        return (kernel, *bias_weights(self.use_bias, filters))


def transposed_output(
    size: Dim, reach: Dim, stride: Dim, padding: str | Unknown, extra: Dim | None
) -> Dim:
    """Give the size that a convolution would shrink to ``size``.

    Keras: ``_get_output_shape_given_tf_padding``. ``reach`` is the size of the dilated kernel,
    ``extra`` the ``output_padding``.

    Raises:
        InvalidShape: the result is negative.
    """
    if is_unknown(size) or is_dynamic(size):
        return size
    if isinstance(padding, Unknown):
        return padding
    if padding == "same" and extra is None:
        return size * stride
    if extra is None:
        result = (size - 1) * stride + _larger(reach, stride)
    else:
        result = (size - 1) * stride + (reach if padding == "valid" else reach % 2) + extra
    if surely_below(result, 0):
        raise InvalidShape("a size of at least 1", str(size))
    return result


def _larger(left: Dim, right: Dim) -> Dim:
    if is_known(left) and is_known(right):
        return max(left, right)
    difference = left - right
    if is_known(difference):
        return left if difference >= 0 else right
    return difference if is_unknown(difference) else Unknown("the larger of two open sizes")


class FlatConvTranspose(ConvTranspose):
    """A transposed convolution over one or two spatial axes."""

    filters: Dim
    kernel_size: Argument
    strides: Argument = 1
    padding: Argument = "valid"
    output_padding: Argument = None
    data_format: Argument = None
    dilation_rate: Argument = 1
    activation: Argument = None
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    kernel_constraint: Argument = None
    bias_constraint: Argument = None


class Conv1DTranspose(FlatConvTranspose):
    """``(batch, steps, k) -> (batch, steps', filters)``."""

    keras_name = "keras.layers.Conv1DTranspose"
    aliases = ("Convolution1DTranspose",)
    rank = 3


class Conv2DTranspose(FlatConvTranspose):
    """``(batch, height, width, k) -> (batch, height', width', filters)``."""

    keras_name = "keras.layers.Conv2DTranspose"
    aliases = ("Convolution2DTranspose",)
    rank = 4

    strides: Argument = (1, 1)
    dilation_rate: Argument = (1, 1)


class Conv3DTranspose(ConvTranspose):
    """``(batch, depth, height, width, k) -> (batch, depth', height', width', filters)``."""

    keras_name = "keras.layers.Conv3DTranspose"
    keras_2_places = {"output_padding": 4}
    aliases = ("Convolution3DTranspose",)
    rank = 5

    filters: Dim
    kernel_size: Argument
    strides: Argument = (1, 1, 1)
    padding: Argument = "valid"
    data_format: Argument = None
    output_padding: Argument = None
    dilation_rate: Argument = (1, 1, 1)
    activation: Argument = None
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    kernel_constraint: Argument = None
    bias_constraint: Argument = None
