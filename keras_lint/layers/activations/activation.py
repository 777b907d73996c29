"""``keras.layers.Activation``."""

from __future__ import annotations

from keras_lint.layers.activations.names import check_activation
from keras_lint.layers.arguments import Argument
from keras_lint.layers.schema import LayerSchema


class Activation(LayerSchema):
    """Apply a function element by element: the shape stays."""

    keras_name = "keras.layers.Activation"

    activation: Argument

    def validate(self) -> None:
        check_activation(self.activation)
