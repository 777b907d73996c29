"""``keras.layers.Pipeline``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, CallArguments, Weight, show
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import InvalidArgument, Shape, Structure, TensorSpec, Unknown


class Pipeline(LayerSchema):
    """Apply layers one after the other."""

    keras_name = "keras.layers.Pipeline"
    in_keras = (3,)
    layer_keywords = ()

    layers: Argument
    name: Argument = None

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        layers = self._layers()
        if isinstance(layers, Unknown):
            return TensorSpec(Shape.unknown(layers.why))
        value: Structure[TensorSpec] = arguments.get(0, "inputs")
        for layer in layers:
            value = layer.call(CallArguments((value,)))
        return value

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        layers = self._layers()
        if isinstance(layers, Unknown):
            return layers
        weights: tuple[Weight, ...] = ()
        for layer in layers:
            own = layer.call_weights(arguments)
            if isinstance(own, Unknown):
                return own
            weights += own
            arguments = CallArguments((layer.call(arguments),))
        return weights

    def _layers(self) -> list[LayerSchema] | Unknown:
        if isinstance(self.layers, list | tuple) and self.layers:
            if all(isinstance(layer, LayerSchema) for layer in self.layers):
                return list(self.layers)
            return Unknown("a layer of the pipeline is unknown")
        if isinstance(self.layers, list | tuple | str | int | float) or self.layers is None:
            # Keras: the call gives back what the last layer gave, and there is none.
            raise InvalidArgument("layers", "a list of layers", show(self.layers))
        return Unknown("the layers of the pipeline are unknown")
