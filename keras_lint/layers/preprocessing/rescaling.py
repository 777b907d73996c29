"""``keras.layers.Rescaling`` and ``keras.layers.Normalization``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, show
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    shapes_surely_differ,
    surely_differ,
)
from keras_lint.shapes.arithmetic import broadcast


class Rescaling(LayerSchema):
    """Multiply and add: the shape stays."""

    keras_name = "keras.layers.Rescaling"

    scale: Argument
    offset: Argument = 0.0

    def output_shape(self, inputs: Shape) -> Shape:
        # Keras 2 runs the product and the sum, and arrays may widen what goes in.
        factors = [shape for shape in map(array_shape, (self.scale, self.offset)) if shape.rank]
        if self.keras == 3 or not factors:
            return inputs
        try:
            return self.of_version(broadcast(inputs, *factors), inputs)
        except InvalidShape:
            return Shape.unknown("what these arrays make of it is not followed")


class Normalization(LayerSchema):
    """Shift and scale to mean 0 and variance 1 along ``axis``: the shape stays.

    Without ``mean`` and ``variance`` the layer owns them, and a count, until ``adapt`` fills
    them in; none is trained.
    """

    keras_name = "keras.layers.Normalization"

    axis: Argument = -1
    mean: Argument = None
    variance: Argument = None
    invert: Argument = False

    def validate(self) -> None:
        axes = self._axes()
        mean, variance = self.mean, self.variance
        if isinstance(mean, Unknown) or isinstance(variance, Unknown):
            return
        if (mean is None) != (variance is None):
            name = "mean" if mean is None else "variance"
            raise InvalidArgument(name, "both mean and variance, or neither", "None")
        if mean is None:
            return
        shapes = array_shape(mean), array_shape(variance)
        if shapes_surely_differ(*shapes):
            expected = f"the shape {shapes[0]} of mean"
            raise InvalidArgument("variance", expected, str(shapes[1]), keras=(3,))
        if not isinstance(axes, Unknown) and (shapes[0].rank or 0) > len(axes):
            expected = f"at most {len(axes)} axes"
            raise InvalidArgument("mean", expected, str(shapes[0]), keras=(3,))

    def output_shape(self, inputs: Shape) -> Shape:
        axes = self._axes()
        if inputs.dims is None or isinstance(axes, Unknown):
            return inputs
        for axis in axes:
            if not -len(inputs) <= axis < len(inputs):
                raise InvalidShape(f"an input with an axis {axis}", str(inputs))
        for axis in axes:
            if is_dynamic(inputs[axis]):
                raise InvalidShape(f"a known size on axis {axis}", str(inputs), axis=axis)
        if self.mean is not None:
            self._check_mean(inputs, sorted(axis % len(inputs) for axis in axes))
        return inputs

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        if isinstance(self.mean, Unknown):
            return (Weight((self.mean,), trainable=False),)
        if self.mean is not None:
            return ()
        axes = self._axes()
        dims: tuple[Dim, ...]
        if isinstance(axes, Unknown):
            dims = (axes,)
        else:
            # Keras keeps the axes as a sorted tuple; one named twice counts twice.
            dims = tuple(inputs[axis] for axis in sorted(axis % len(inputs) for axis in axes))
        statistics = (Weight(dims, trainable=False),) * 2
        return (*statistics, Weight((), trainable=False))

    def _axes(self) -> tuple[int, ...] | Unknown:
        given = self.axis
        if given is None:
            return ()
        if isinstance(given, NumpyInteger | float):
            # Keras: tuple(axis), where it is no int.
            raise InvalidArgument("axis", "an int, a tuple of ints or None", show(given))
        axes: list[int] = []
        for axis in given if isinstance(given, list | tuple) else (given,):
            value = axis.value if isinstance(axis, NumpyInteger) else axis
            if value is None or isinstance(value, float | str):
                raise InvalidArgument("axis", "an int, a tuple of ints or None", show(given))
            if not isinstance(value, int):
                return value if isinstance(value, Unknown) else Unknown("the axis is unknown")
            axes.append(int(value))
        return tuple(axes)

    def _check_mean(self, inputs: Shape, axes: list[int]) -> None:
        """Check that the values given fit the kept axes, the last to the last."""
        shape = array_shape(self.mean)
        if shape.rank is None or shape.rank > len(axes):
            return
        for size, axis in zip(reversed(shape.known), reversed(axes), strict=False):
            if is_known(size) and size != 1 and surely_differ(size, inputs[axis]):
                raise InvalidShape(f"{size} on axis {axis}, as in mean", str(inputs), axis=axis)


def array_shape(given: Argument) -> Shape:
    """Give the shape of a number, an array, or a nested list of numbers."""
    if isinstance(given, TensorSpec):
        return given.shape
    if isinstance(given, int | float | NumpyInteger):
        return Shape(())
    if not isinstance(given, list | tuple):
        return Shape.unknown("the shape of an argument is unknown")
    inner = {array_shape(one) for one in given}
    if len(inner) != 1:
        return Shape((0,)) if not given else Shape.unknown("the elements differ")
    (first,) = inner
    return first if first.dims is None else Shape((len(given), *first.known))
