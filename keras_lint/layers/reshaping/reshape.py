"""``keras.layers.Reshape``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, NumpyInteger, is_size, show
from keras_lint.layers.dtypes import autocast, compute_dtype
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    DYNAMIC,
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    TensorSpec,
    Unknown,
    is_dynamic,
    is_known,
    surely_below,
)
from keras_lint.shapes.arithmetic import reshape


class Reshape(LayerSchema):
    """Arrange each sample's values anew: ``(batch, ...) -> (batch, *target_shape)``."""

    keras_name = "keras.layers.Reshape"
    min_rank = 1

    target_shape: Argument

    def target(self) -> tuple[Dim, ...] | Unknown:
        """Give the sizes after the batch axis, -1 where Keras computes one."""
        given = self.target_shape
        if isinstance(given, TensorSpec) and given.content and given.content.elements:
            return given.content.elements
        if isinstance(given, list | tuple | str):
            return tuple(_size(item) for item in given)
        return given if isinstance(given, Unknown) else Unknown(f"the target is {show(given)}")

    def validate(self) -> None:
        if isinstance(self.target_shape, int | float | NumpyInteger) or self.target_shape is None:
            found = show(self.target_shape)
            raise InvalidArgument(
                "target_shape", "a tuple of ints", found, remedy=f"write ({found},)"
            )
        target = self.target()
        if isinstance(target, Unknown):
            return
        found = show(self.target_shape)
        if target.count(-1) > 1:
            raise InvalidArgument("target_shape", "-1 for one axis at most", found)
        if any(surely_below(dim, -1) for dim in target):
            # Keras 2: Reshape reads any negative size as -1.
            negative = sum(surely_below(dim, 0) for dim in target)
            keras = (2, 3) if negative > 1 else (3,)
            raise InvalidArgument("target_shape", "sizes of at least -1", found, keras=keras)

    def output_shape(self, inputs: Shape) -> Shape:
        target = self.target()
        if isinstance(target, Unknown):
            return Shape.unknown(target.why)
        if self.keras != 3:
            target = tuple(-1 if surely_below(dim, -1) else dim for dim in target)
        if inputs.dims is None:
            return Shape((Unknown(inputs.why), *reshape(inputs, target)))
        sample = Shape(inputs.known[1:])
        if any(is_dynamic(dim) for dim in (*sample, *target)):
            # Keras: compute_reshape_output_shape checks nothing then and computes nothing.
            return Shape((inputs[0], *(DYNAMIC if dim == -1 else dim for dim in target)))
        try:
            return Shape((inputs[0], *reshape(sample, target)))
        except InvalidShape as refusal:
            raise InvalidShape(refusal.expected, f"{_count(sample)} in {inputs}") from None

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        return autocast(inputs.dtype, compute_dtype(self.common.get("dtype")))


def _size(item: Argument) -> Dim:
    if isinstance(item, NumpyInteger):
        return item.value
    if isinstance(item, bool):
        return int(item)
    if isinstance(item, float | str) or item is None:
        return DYNAMIC  # Keras: compute_reshape_output_shape reads what is no int as None.
    return item if is_size(item) else Unknown(f"a size is {show(item)}")


def _count(sample: Shape) -> str:
    total: Dim = 1
    for dim in sample:
        total = total * dim
    return f"{total} values" if not is_known(total) or total != 1 else "1 value"
