"""Layers whose computation lies outside Keras's own: ``Layer`` itself and the adapters."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, CallArguments, Weight
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Shape, Structure, TensorSpec, Unknown


class OutsideLayer(LayerSchema):
    """A layer of which only the arguments are known."""

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        return TensorSpec(Shape.unknown(self._why()))

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        return Unknown(self._why())

    def _why(self) -> str:
        return f"what `{self.keras_name.rpartition('.')[2]}` computes is unknown"


class Layer(OutsideLayer):
    """The base class of all layers; it computes nothing itself."""

    keras_name = "keras.layers.Layer"
    keras_2_places = {
        "trainable": 0, "name": 1, "dtype": 2, "dynamic": 3,
        "activity_regularizer": None, "autocast": None,
    }  # fmt: skip

    activity_regularizer: Argument = None
    trainable: Argument = True
    dtype: Argument = None
    autocast: Argument = True
    name: Argument = None


class JaxLayer(OutsideLayer):
    """A JAX function as a layer."""

    keras_name = "keras.layers.JaxLayer"
    in_keras = (3,)

    call_fn: Argument
    init_fn: Argument = None
    params: Argument = None
    state: Argument = None
    seed: Argument = None
    native_serialization_platforms: Argument = None


class FlaxLayer(OutsideLayer):
    """A Flax module as a layer."""

    keras_name = "keras.layers.FlaxLayer"
    in_keras = (3,)
    accepts = {"params": "", "state": "", "seed": ""}

    module: Argument
    method: Argument = None
    variables: Argument = None


class TFSMLayer(OutsideLayer):
    """A TensorFlow SavedModel as a layer."""

    keras_name = "keras.layers.TFSMLayer"
    in_keras = (3,)
    layer_keywords = ()

    filepath: Argument
    call_endpoint: Argument = "serve"
    call_training_endpoint: Argument = None
    trainable: Argument = True
    name: Argument = None
    dtype: Argument = None


class TorchModuleWrapper(OutsideLayer):
    """A PyTorch module as a layer."""

    keras_name = "keras.layers.TorchModuleWrapper"
    in_keras = (3,)

    module: Argument
    name: Argument = None
    output_shape_: Argument = None
