"""``keras.layers.PReLU``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, show
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidArgument, InvalidShape, Shape, Unknown, is_dynamic


class Slopes(LayerSchema):
    """Learned values for every value of a sample, one for all on ``shared_axes``: the shape stays.

    They have the shape of a sample, with 1 on each of ``shared_axes``.
    """

    if TYPE_CHECKING:  # the fields stand in the subclasses, as their order differs
        shared_axes: Argument

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is not None:
            slopes = self.slopes(inputs)
            for axis, size in enumerate(slopes, 1):
                if is_dynamic(size):
                    remedy = f"name axis {axis} in shared_axes"
                    raise InvalidShape(
                        f"a known size on axis {axis}", str(inputs), axis=axis, remedy=remedy
                    )
        return inputs

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        return (Weight(tuple(self.slopes(inputs))),)

    def _axes(self) -> list[int] | Unknown:
        """Give the shared axes as they were written; 0 and -1 count as Keras counts them."""
        given = self.shared_axes
        if given is None or isinstance(given, Unknown):
            return [] if given is None else given
        axes: list[int] = []
        for axis in (
            given if isinstance(given, Sequence) and not isinstance(given, str) else [given]
        ):
            value = axis.value if isinstance(axis, NumpyInteger) else axis
            if isinstance(value, Unknown):
                return value
            if not isinstance(value, int):
                raise InvalidArgument("shared_axes", "axes as ints", show(given))
            axes.append(value)
        return axes

    def slopes(self, inputs: Shape) -> list[Dim]:
        """Give the sizes of the learned values."""
        slopes = list(inputs.known[1:])
        shared = self._axes()
        if isinstance(shared, Unknown):
            return [shared for _ in slopes]
        for axis in shared:
            # Keras: param_shape[i - 1] = 1, where i counts the batch axis.
            if not -len(slopes) <= axis - 1 < len(slopes):
                raise InvalidShape(f"an input with an axis {axis}", str(inputs))
            slopes[axis - 1] = 1
        return slopes


class PReLU(Slopes):
    """Scale negative values by a learned slope for every value of a sample."""

    keras_name = "keras.layers.PReLU"
    fixed_rank = True
    legacy = {"init": "alpha_initializer"}

    alpha_initializer: Argument = "Zeros"
    alpha_regularizer: Argument = None
    alpha_constraint: Argument = None
    shared_axes: Argument = None

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        shared = self._axes()
        if isinstance(shared, Unknown) or not shared:
            return {}
        return {axis: built[axis] for axis in range(1, len(built)) if axis not in shared}
