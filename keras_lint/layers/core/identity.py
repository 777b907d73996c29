"""``keras.layers.Identity``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from keras_lint.layers.arguments import Argument, CallArguments
from keras_lint.layers.dtypes import autocast, compute_dtype
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Shape, Structure, TensorSpec, Unknown


class Identity(LayerSchema):
    """Give what comes in, nested as it is; only floats are cast to the layer's dtype."""

    keras_name = "keras.layers.Identity"
    keras_2_places = {"trainable": 0, "name": 1, "dtype": 2, "dynamic": 3}

    def output_dtype(self, inputs: TensorSpec) -> str | None:
        return autocast(inputs.dtype, compute_dtype(self.common.get("dtype")))

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        return self._pass(arguments.get(0, "inputs"))

    def _pass(self, given: Argument) -> Structure[TensorSpec]:
        if isinstance(given, TensorSpec):
            return TensorSpec(given.shape, self.output_dtype(given), given.origin, given.content)
        if isinstance(given, Mapping):
            return {key: self._pass(value) for key, value in given.items()}
        if isinstance(given, Sequence) and not isinstance(given, str):
            return [self._pass(value) for value in given]
        why = given.why if isinstance(given, Unknown) else "the input is no tensor"
        return TensorSpec(Shape.unknown(why))
