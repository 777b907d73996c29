"""``keras.layers.GroupNormalization``."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, show
from keras_lint.layers.normalization.axes import check_axes, check_sizes, scale_and_offset
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Unknown,
    is_known,
    surely_below,
)


class GroupNormalization(LayerSchema):
    """Normalize groups of features within a sample: the shape stays.

    The size of ``axis`` must be a multiple of ``groups``; -1 is one group for each feature.
    """

    keras_name = "keras.layers.GroupNormalization"
    fixed_rank = True

    groups: Argument = 32
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
        expected = "a positive int, or -1 for one group per feature"
        groups = self.groups
        if groups is None or isinstance(groups, float | str | list | tuple | dict):
            raise InvalidArgument("groups", expected, show(groups))
        if isinstance(groups, NumpyInteger):
            raise InvalidArgument("groups", expected, show(groups), keras=(3,))
        if isinstance(groups, int) and groups <= 0 and groups != -1:
            raise InvalidArgument("groups", expected, show(groups))

    def output_shape(self, inputs: Shape) -> Shape:
        axis = self._axis()
        if inputs.dims is None or isinstance(axis, Unknown):
            return inputs
        check_axes(inputs, (axis,))
        check_sizes(inputs, (axis,))
        size, groups = inputs[axis], self._groups()
        if not is_known(groups) or groups == -1:
            return inputs
        if surely_below(size, groups):
            expected = f"at least {groups} features on axis {axis}, one for each group"
            raise InvalidShape(expected, str(inputs), axis=axis)
        remainder = size % groups
        if is_known(remainder) and remainder:
            expected = f"a multiple of {groups} features on axis {axis}"
            raise InvalidShape(expected, str(inputs), axis=axis)
        return inputs

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        axis = self._axis()
        size = axis if isinstance(axis, Unknown) else inputs[axis]
        return scale_and_offset((size,), self.scale, self.center)

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        axis = self._axis()
        return {} if isinstance(axis, Unknown) else {axis: built[axis]}

    def _groups(self) -> Dim:
        groups: Dim = self.groups.value if isinstance(self.groups, NumpyInteger) else self.groups
        if isinstance(groups, bool):
            return int(groups)
        return groups

    def _axis(self) -> int | Unknown:
        axis = self.axis
        if isinstance(axis, Unknown):
            return axis
        if axis is None or isinstance(axis, float | str | list | tuple | dict | NumpyInteger):
            raise InvalidArgument("axis", "an int", show(axis))
        return int(axis) if isinstance(axis, int) else Unknown("the axis is unknown")
