"""``keras.layers.ConvLSTM1D``, ``ConvLSTM2D`` and ``ConvLSTM3D``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, show
from keras_lint.layers.convolutional.convolution import Window, bias_weights, input_channels
from keras_lint.layers.data_format import (
    Layout,
    channel_axis,
    channels_of,
    check_data_format,
    in_layout,
    layout_of,
    spatial_axes,
)
from keras_lint.layers.rnn.gates import LEGACY, check_step_arguments
from keras_lint.layers.rnn.recurrent import Recurrent
from keras_lint.layers.rnn.wrapped import is_surely_no_int
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Polynomial,
    Shape,
    Unknown,
    is_dynamic,
    surely_below,
)


class ConvLSTM(Recurrent):
    """A LSTM of images: ``(batch, steps, ..., k) -> (batch, ..., filters)``.

    Keras: ``ConvLSTM`` and ``ConvLSTMCell``.
    """

    accepts = {**Recurrent.accepts, "unroll": ""}
    added = ("seed",)
    keras_2_places = {"dropout": 24, "recurrent_dropout": 25}
    legacy = {
        **LEGACY,
        "nb_filter": "filters",
        "border_mode": "padding",
        "subsample": "strides",
        "dim_ordering": "data_format",
    }

    filters: Argument
    kernel_size: Argument
    strides: Argument = 1
    padding: Argument = "valid"
    data_format: Argument = None
    dilation_rate: Argument = 1
    activation: Argument = "tanh"
    recurrent_activation: Argument = "sigmoid"
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    recurrent_initializer: Argument = "orthogonal"
    bias_initializer: Argument = "zeros"
    unit_forget_bias: Argument = True
    kernel_regularizer: Argument = None
    recurrent_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    kernel_constraint: Argument = None
    recurrent_constraint: Argument = None
    bias_constraint: Argument = None
    dropout: Argument = 0.0
    recurrent_dropout: Argument = 0.0
    seed: Argument = None
    return_sequences: Argument = False
    return_state: Argument = False
    go_backwards: Argument = False
    stateful: Argument = False

    @property
    def spatial(self) -> int:
        """The number of axes that the kernel slides over."""
        assert self.rank is not None, "a ConvLSTM has a rank"
        return self.rank - 3

    def validate(self) -> None:
        check_data_format(self.data_format)
        self.window().check_dilated_strides()
        check_filters(self.filters)
        check_step_arguments(self)

    def window(self) -> Window:
        """Give the kernel's window."""
        return Window.of(
            self.spatial, self.kernel_size, self.strides, self.dilation_rate, self.padding
        )

    def layout(self) -> Layout:
        """Give where the channels are."""
        return layout_of(self, self.data_format, self.spatial)

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        layout = self.layout()
        if isinstance(layout, Unknown):
            return {}
        return {channel_axis(layout, self.spatial): channels_of(built, layout, self.spatial)}

    def step_output(self, step: Shape) -> Shape:
        def shape_in(layout: str) -> Shape:
            for axis in spatial_axes(layout, self.spatial):
                if is_dynamic(step[axis]) and self.keras != 2:
                    raise InvalidShape("an image of known size", str(step), axis=axis, keras=(3,))
            input_channels(step, layout, self.spatial)
            result = self.window().slide(step, layout)
            return result.with_axis(channel_axis(layout, self.spatial), check_filters(self.filters))

        return in_layout(self.layout(), shape_in)

    def step_states(self, step: Shape) -> Sequence[Shape]:
        return [self.step_output(step)] * 2

    def step_weights(self, step: Shape) -> tuple[Weight, ...]:
        window, filters = self.window().sizes, check_filters(self.filters)
        channels = channels_of(step, self.layout(), self.spatial)
        kernel = Weight((*window, channels, 4 * filters))
        recurrent = Weight((*window, filters, 4 * filters))
        return (kernel, recurrent, *bias_weights(self.use_bias, 4 * filters))


class ConvLSTM1D(ConvLSTM):
    """``(batch, steps, rows, k) -> (batch, rows', filters)``."""

    keras_name = "keras.layers.ConvLSTM1D"
    rank = 4


class ConvLSTM2D(ConvLSTM):
    """``(batch, steps, rows, columns, k) -> (batch, rows', columns', filters)``."""

    keras_name = "keras.layers.ConvLSTM2D"
    former_parts = {"kernel_size": ("nb_row", "nb_col")}
    rank = 5


class ConvLSTM3D(ConvLSTM):
    """``(batch, steps, depth, rows, columns, k) -> (batch, depth', rows', columns', filters)``."""

    keras_name = "keras.layers.ConvLSTM3D"
    rank = 6


def check_filters(argument: Argument) -> Dim:
    """Give the number of filters; Keras 3 takes zero too.

    Raises:
        InvalidArgument: it is no int, or a negative one.
    """
    value = argument.value if isinstance(argument, NumpyInteger) else argument
    if is_surely_no_int(value) or surely_below(value, 0):
        raise InvalidArgument("filters", "a positive int", show(argument))
    if isinstance(value, Polynomial | Unknown):
        return value
    return int(value) if isinstance(value, int) else Unknown("the number of filters is unknown")
