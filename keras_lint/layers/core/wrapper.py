"""``keras.layers.Wrapper``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, CallArguments
from keras_lint.layers.rnn.wrapped import check_layer
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Shape, Structure, TensorSpec


class Wrapper(LayerSchema):
    """The base of wrappers: what it computes is up to a subclass."""

    keras_name = "keras.layers.Wrapper"

    layer: Argument

    def validate(self) -> None:
        check_layer("layer", self.layer)

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        return TensorSpec(Shape.unknown("what a Wrapper computes is up to its subclass"))
