"""``keras.layers.BatchNormalization``."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, show, truth
from keras_lint.layers.normalization.axes import (
    axes_of,
    check_axes,
    check_sizes,
    scale_and_offset,
)
from keras_lint.layers.ranges import number
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidArgument, Shape, Unknown


class BatchNormalization(LayerSchema):
    """Normalize each feature over the batch: the shape stays.

    ``axis`` is the axis of the features. ``gamma`` and ``beta`` are trained, the moving
    statistics are not.
    """

    keras_name = "keras.layers.BatchNormalization"
    keras_2_places = {"renorm": None, "renorm_clipping": None, "renorm_momentum": None}
    fixed_rank = True
    legacy = {
        "gamma_init": "gamma_initializer",
        "beta_init": "beta_initializer",
    }
    removed = ("fused", "virtual_batch_size", "adjustment", "mode")
    instead = {"mode": "use LayerNormalization for mode=1; mode=2 is gone"}

    axis: Argument = -1
    momentum: Argument = 0.99
    epsilon: Argument = 1e-3
    center: Argument = True
    scale: Argument = True
    beta_initializer: Argument = "zeros"
    gamma_initializer: Argument = "ones"
    moving_mean_initializer: Argument = "zeros"
    moving_variance_initializer: Argument = "ones"
    beta_regularizer: Argument = None
    gamma_regularizer: Argument = None
    beta_constraint: Argument = None
    gamma_constraint: Argument = None
    renorm: Argument = False
    renorm_clipping: Argument = None
    renorm_momentum: Argument = 0.99
    synchronized: Argument = False

    def validate(self) -> None:
        if isinstance(self.axis, list | tuple):
            # Keras 2 normalizes over several axes.
            raise InvalidArgument("axis", "one int", show(self.axis), keras=(3,))
        if self.axis is None or isinstance(self.axis, dict):
            raise InvalidArgument("axis", "an int", show(self.axis))
        number("momentum", self.momentum, "a number", keras=(3,))
        number("epsilon", self.epsilon, "a number", keras=(3,))
        if truth(self.renorm) is True:
            self._check_clipping()

    def _check_clipping(self) -> None:
        given = self.renorm_clipping
        if not isinstance(given, dict):
            return
        surplus = sorted(set(given) - {"rmax", "rmin", "dmax"}, key=str)
        if surplus:
            raise InvalidArgument("renorm_clipping", "the keys rmax, rmin, dmax", show(surplus))
        rmax, rmin, dmax = (given.get(key) for key in ("rmax", "rmin", "dmax"))
        if isinstance(rmax, int | float) and isinstance(rmin, int | float) and rmax < rmin:
            raise InvalidArgument("renorm_clipping", f"an rmax of at least {rmin}", f"{rmax}")
        if isinstance(dmax, int | float) and dmax < 0:
            raise InvalidArgument("renorm_clipping", "a dmax of at least 0", f"{dmax}")

    def output_shape(self, inputs: Shape) -> Shape:
        axes = self._axes()
        if inputs.dims is not None and not isinstance(axes, Unknown):
            check_axes(inputs, axes)
            check_sizes(inputs, axes)
        return inputs

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        axes = self._axes()
        dims = (axes,) if isinstance(axes, Unknown) else tuple(inputs[axis] for axis in axes)
        statistics: tuple[Weight, ...] = (Weight(dims, trainable=False),) * 2
        match truth(self.renorm):
            case True:
                statistics *= 2
                statistics += (Weight(dims, trainable=False),)
            case Unknown() as unknown:
                statistics += (Weight((unknown,), trainable=False),)
        return scale_and_offset(dims, self.scale, self.center) + statistics

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        axes = self._axes()
        return {} if isinstance(axes, Unknown) else {axis: built[axis] for axis in axes}

    def _axes(self) -> tuple[int, ...] | Unknown:
        """Give the axis. Keras: ``int(axis)``, so ``1.0`` and ``"1"`` pass."""
        axis = self.axis
        if isinstance(axis, NumpyInteger):
            axis = axis.value
        if isinstance(axis, float | str):
            try:
                axis = int(axis)
            except (ValueError, OverflowError):
                raise InvalidArgument("axis", "an int", show(axis)) from None
        return axes_of(axis)
