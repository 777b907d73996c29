"""``keras.layers.Permute``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, NumpyInteger, is_size, show
from keras_lint.layers.dtypes import autocast, compute_dtype
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_known,
)


class Permute(LayerSchema):
    """Reorder the axes, counted from 1 after the batch axis: ``(batch, a, b) -> (batch, b, a)``."""

    keras_name = "keras.layers.Permute"

    dims: Argument

    def order(self) -> tuple[Dim, ...] | Unknown:
        """Give the axis of the input that each axis of the output comes from."""
        if isinstance(self.dims, Unknown):
            return self.dims
        if not isinstance(self.dims, list | tuple):
            return Unknown(f"`dims` is {show(self.dims)}")
        return tuple(_axis(item) for item in self.dims)

    def validate(self) -> None:
        if isinstance(self.dims, NumpyInteger | int | float | str) or self.dims is None:
            raise InvalidArgument("dims", "a tuple of ints", show(self.dims))
        order = self.order()
        if isinstance(order, Unknown):
            return
        known = [axis for axis in order if is_known(axis)]
        inside = all(1 <= axis <= len(order) for axis in known)
        if not inside or len(set(known)) < len(known):
            expected = f"the numbers 1 to {len(order)} in some order"
            raise InvalidArgument("dims", expected, show(self.dims))

    def output_shape(self, inputs: Shape) -> Shape:
        order = self.order()
        if isinstance(order, Unknown):
            if inputs.dims is None:
                return inputs
            return Shape((inputs[0], *(order,) * (len(inputs) - 1)))
        if inputs.dims is None:
            return Shape.unknown_dims(len(order) + 1, inputs.why)
        if len(inputs) != len(order) + 1:
            raise InvalidShape(f"an input with {len(order) + 1} axes", str(inputs))
        moved = (inputs[axis] if is_known(axis) else _open(axis) for axis in order)
        return Shape((inputs[0], *moved))

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        return autocast(inputs.dtype, compute_dtype(self.common.get("dtype")))


def _axis(item: Argument) -> Dim:
    if isinstance(item, NumpyInteger):
        return item.value
    if isinstance(item, float | str) or item is None:
        raise InvalidArgument("dims", "a tuple of ints", show(item))
    if isinstance(item, bool):
        return int(item)
    return item if is_size(item) else Unknown(f"an axis is {show(item)}")


def _open(axis: Dim) -> Unknown:
    return axis if isinstance(axis, Unknown) else Unknown("the axis is not known")
