"""``Deconvolution2D`` of Keras 1."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, is_size, show
from keras_lint.layers.convolutional.atrous_convolution import FormerConvolution, sizes_of
from keras_lint.layers.convolutional.convolution import input_channels
from keras_lint.layers.data_format import channel_axis, in_layout, spatial_axes
from keras_lint.shapes import DYNAMIC, Dim, InvalidArgument, Shape, Unknown


class Deconvolution2D(FormerConvolution):
    """``(batch, rows, columns, k) -> (batch, rows', columns', nb_filter)``.

    ``rows'`` and ``columns'`` are those of the argument ``output_shape``, which Keras 1 believes.
    Keras 1: ``Deconvolution2D.get_output_shape_for``.
    """

    keras_name = "keras.layers.Deconvolution2D"
    rank = 4

    nb_filter: Dim
    nb_row: Dim
    nb_col: Dim
    output_shape_: Argument
    init: Argument = "glorot_uniform"
    activation: Argument = None
    weights_: Argument = None
    border_mode: Argument = "valid"
    subsample: Argument = (1, 1)
    dim_ordering: Argument = "default"
    W_regularizer: Argument = None
    b_regularizer: Argument = None
    activity_regularizer: Argument = None
    W_constraint: Argument = None
    b_constraint: Argument = None
    bias: Argument = True

    def kernel(self) -> tuple[Dim, ...]:
        return sizes_of("nb_row", [self.nb_row, self.nb_col], 2)

    def validate(self) -> None:
        super().validate()
        sizes_of("subsample", self.subsample, 2)
        declared = self.output_shape_
        if isinstance(declared, list | tuple) and len(declared) < 4:
            raise InvalidArgument("output_shape", "four sizes, the batch too", show(declared))

    def output_shape(self, inputs: Shape) -> Shape:
        def shape_in(layout: str) -> Shape:
            input_channels(inputs, layout, 2)
            result = inputs.with_axis(channel_axis(layout, 2), self.nb_filter)
            for axis in spatial_axes(layout, 2):
                result = result.with_axis(axis, self._declared(axis))
            return result

        return in_layout(self.layout(), shape_in)

    def _declared(self, axis: int) -> Dim:
        """Give what ``output_shape`` says of an axis, counted from the end of four."""
        declared = self.output_shape_
        if not isinstance(declared, list | tuple) or len(declared) != 4:
            return Unknown("`output_shape` is unknown")
        size = declared[axis]
        if size is None:
            return DYNAMIC
        dim: Dim = size if is_size(size) else Unknown("`output_shape` is unknown")
        return dim
