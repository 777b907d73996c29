"""``keras.layers.Flatten``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.data_format import check_data_format
from keras_lint.layers.dtypes import autocast, compute_dtype
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import DYNAMIC, Dim, Shape, TensorSpec, is_dynamic, product


class Flatten(LayerSchema):
    """Put all axes but the batch axis into one: ``(batch, a, b, ...) -> (batch, a*b*...)``."""

    keras_name = "keras.layers.Flatten"
    min_rank = 1
    legacy = {"dim_ordering": "data_format"}

    data_format: Argument = None

    def validate(self) -> None:
        check_data_format(self.data_format)

    def output_shape(self, inputs: Shape) -> Shape:
        if inputs.dims is None:
            return Shape.unknown_dims(2, inputs.why)
        rest = inputs.known[1:]
        # Keras: one None makes the product None, whatever the other sizes are.
        flat: Dim = DYNAMIC if any(is_dynamic(dim) for dim in rest) else product(rest)
        return Shape((inputs[0], flat))

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        return autocast(inputs.dtype, compute_dtype(self.common.get("dtype")))
