"""The normalizations within a sample: ``LayerNormalization``, ``RMSNormalization``,
``UnitNormalization``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, Weight, truth
from keras_lint.layers.normalization.axes import (
    axes_of,
    check_axes,
    check_axis_type,
    check_sizes,
    scale_and_offset,
)
from keras_lint.layers.ranges import number
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidShape, Shape, Unknown


class LayerNormalization(LayerSchema):
    """Normalize each sample along ``axis``: the shape stays.

    ``gamma`` and ``beta`` have the sizes of these axes.
    """

    keras_name = "keras.layers.LayerNormalization"
    # Keras: popped from the keyword arguments, deprecated.
    accepts = {"rms_scaling": ""}
    added = ("rms_scaling",)

    axis: Argument = -1
    epsilon: Argument = 1e-3
    center: Argument = True
    scale: Argument = True
    beta_initializer: Argument = "zeros"
    gamma_initializer: Argument = "ones"
    beta_regularizer: Argument = None
    gamma_regularizer: Argument = None
    beta_constraint: Argument = None
    gamma_constraint: Argument = None

    def validate(self) -> None:
        check_axis_type(self.axis)

    def output_shape(self, inputs: Shape) -> Shape:
        axes = axes_of(self.axis)
        if inputs.dims is not None and not isinstance(axes, Unknown):
            check_axes(inputs, axes)
            if True in map(truth, self._switches()):
                check_sizes(inputs, axes)
        return inputs

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        return scale_and_offset(_dims(inputs, self.axis), *self._switches())

    def _switches(self) -> tuple[Argument, Argument]:
        """Give whether there is a ``gamma`` and whether there is a ``beta``."""
        rms = truth(self.common.get("rms_scaling", False))
        if isinstance(rms, Unknown):
            return rms, rms
        return (True, False) if rms else (self.scale, self.center)


class RMSNormalization(LayerSchema):
    """Divide each sample by its root mean square along ``axis``: the shape stays."""

    keras_name = "keras.layers.RMSNormalization"
    in_keras = (3,)

    axis: Argument = -1
    epsilon: Argument = 1e-6

    def output_shape(self, inputs: Shape) -> Shape:
        axes = axes_of(self.axis)
        if inputs.dims is not None and not isinstance(axes, Unknown):
            check_axes(inputs, axes)
            check_sizes(inputs, axes)
        return inputs

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        return (Weight(_dims(inputs, self.axis)),)


class UnitNormalization(LayerSchema):
    """Give each sample the length 1 along ``axis``: the shape stays."""

    keras_name = "keras.layers.UnitNormalization"

    axis: Argument = -1

    def validate(self) -> None:
        check_axis_type(self.axis)

    def output_shape(self, inputs: Shape) -> Shape:
        for axis in self.axis if isinstance(self.axis, list | tuple) else (self.axis,):
            # Keras only compares them, so 1.0 passes inside a list.
            value = number("axis", axis, "an int or a list or tuple of ints")
            rank = inputs.rank
            if rank is not None and value is not None and not -rank <= value < rank:
                raise InvalidShape(f"an input with an axis {value}", str(inputs))
        return inputs


def _dims(inputs: Shape, axis: Argument) -> tuple[Dim, ...]:
    """Give the sizes of the axes. Keras sorts them as they were written."""
    axes = axes_of(axis)
    return (axes,) if isinstance(axes, Unknown) else tuple(inputs[one] for one in sorted(axes))
