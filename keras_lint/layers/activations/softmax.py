"""``keras.layers.Softmax``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import InvalidShape, Shape


class Softmax(LayerSchema):
    """Turn scores into shares along ``axis``: the shape stays."""

    keras_name = "keras.layers.Softmax"
    removed = ("robust_masking",)
    keras_2_places = {"robust_masking": 1}

    axis: Argument = -1

    def output_shape(self, inputs: Shape) -> Shape:
        # Keras 3 looks at the axis only when data arrives.
        rank, axis = inputs.rank, self.axis
        if self.keras != 2 or rank is None or not isinstance(axis, int):
            return inputs
        if not -rank <= axis < rank:
            raise InvalidShape(f"an input with an axis {axis}", str(inputs), keras=(2,))
        return inputs
