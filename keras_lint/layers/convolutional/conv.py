"""``keras.layers.Conv1D``, ``Conv2D`` and ``Conv3D``."""

from __future__ import annotations

from keras_lint.layers.activations.names import check_activation
from keras_lint.layers.arguments import Argument, Weight, show
from keras_lint.layers.convolutional.convolution import (
    Convolution,
    Window,
    bias_weights,
    check_count,
    input_channels,
    positive_count,
)
from keras_lint.layers.core.lora import check_lora, with_lora
from keras_lint.layers.data_format import (
    Layout,
    channel_axis,
    channels_of,
    check_data_format,
    in_layout,
    layout_of,
)
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    surely_differ,
)


class Conv(Convolution):
    """Slide a kernel over the spatial axes: ``(batch, ..., k) -> (batch, ..., filters)``.

    Keras: ``BaseConv``.
    """

    accepts = {"lora_rank": "", "lora_alpha": ""}
    added = ("lora_rank", "lora_alpha")

    filters: Dim
    kernel_size: Argument
    strides: Argument = 1
    padding: Argument = "valid"
    data_format: Argument = None
    dilation_rate: Argument = 1
    groups: Argument = 1
    activation: Argument = None
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    kernel_constraint: Argument = None
    bias_constraint: Argument = None

    def layout(self) -> Layout:
        return layout_of(self, self.data_format, self.spatial)

    def window(self) -> Window:
        """Give the kernel's window."""
        paddings = ("valid", "same", "causal") if self.spatial == 1 else ("valid", "same")
        return Window.of(
            self.spatial,
            self.kernel_size,
            self.strides,
            self.dilation_rate,
            self.padding,
            paddings=paddings,
        )

    def validate(self) -> None:
        check_data_format(self.data_format)
        check_activation(self.activation)
        self.window().check_dilated_strides()
        filters = positive_count("filters", self.filters)
        # Keras 2: Conv.__init__ reads groups=0 and groups=None as 1.
        if self.groups in (0, None):
            raise InvalidArgument("groups", "a positive int", show(self.groups), keras=(3,))
        groups = positive_count("groups", self.groups)
        if surely_differ(filters % groups, 0):
            raise InvalidArgument("groups", f"a divisor of filters={filters}", show(self.groups))
        check_count("filters", self.filters)
        check_count("groups", self.groups)

    def group_count(self) -> Dim:
        """Give the number of groups that the channels are split into."""
        return positive_count("groups", 1 if self.groups in (0, None) else self.groups)

    def output_shape(self, inputs: Shape) -> Shape:
        check_lora(self.common.get("lora_rank"), "kernel_constraint", self.kernel_constraint)
        window = self.window()
        filters = positive_count("filters", self.filters)
        groups = self.group_count()

        def shape_in(layout: str) -> Shape:
            channels = input_channels(inputs, layout, self.spatial)
            axis = channel_axis(layout, self.spatial)
            if surely_differ(channels % groups, 0):
                raise InvalidShape(
                    f"a multiple of groups={groups} channels", f"{channels} in {inputs}", axis=axis
                )
            return window.slide(inputs, layout).with_axis(axis, filters)

        return in_layout(self.layout(), shape_in)

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        filters = positive_count("filters", self.filters)
        channels = channels_of(inputs, self.layout(), self.spatial)
        kernel = Weight((*self.window().sizes, channels // self.group_count(), filters))
        bias = bias_weights(self.use_bias, filters)
        return (*with_lora(kernel, self.common.get("lora_rank")), *bias)


class Conv1D(Conv):
    """``(batch, steps, k) -> (batch, steps', filters)``."""

    keras_name = "keras.layers.Conv1D"
    aliases = ("Convolution1D",)
    rank = 3


class Conv2D(Conv):
    """``(batch, height, width, k) -> (batch, height', width', filters)``."""

    keras_name = "keras.layers.Conv2D"
    aliases = ("Convolution2D",)
    former_parts = {"kernel_size": ("nb_row", "nb_col")}
    rank = 4

    strides: Argument = (1, 1)
    dilation_rate: Argument = (1, 1)


class Conv3D(Conv):
    """``(batch, depth, height, width, k) -> (batch, depth', height', width', filters)``."""

    keras_name = "keras.layers.Conv3D"
    aliases = ("Convolution3D",)
    former_parts = {"kernel_size": ("kernel_dim1", "kernel_dim2", "kernel_dim3")}
    rank = 5

    strides: Argument = (1, 1, 1)
    dilation_rate: Argument = (1, 1, 1)
