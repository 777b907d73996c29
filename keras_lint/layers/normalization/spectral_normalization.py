"""``keras.layers.SpectralNormalization``."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.layers.arguments import Argument, CallArguments, Weight, show
from keras_lint.layers.rnn.wrapped import as_layer, check_layer
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidArgument, Shape, Structure, TensorSpec, Unknown, is_known

_WITH_KERNEL = (
    "Dense", "EinsumDense", "Embedding", "ReversibleEmbedding", "Conv1D", "Conv2D", "Conv3D",
    "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose", "DepthwiseConv1D", "DepthwiseConv2D",
)  # fmt: skip
"""The layers whose first variable is called ``kernel`` or ``embeddings``."""


class SpectralNormalization(LayerSchema):
    """Bound the spectral norm of a layer's kernel; shapes are those of the layer.

    It adds one non-trainable vector ``(1, kernel.shape[-1])``. Keras:
    ``SpectralNormalization.build``.
    """

    keras_name = "keras.layers.SpectralNormalization"
    min_rank = 1

    layer: Argument
    power_iterations: Argument = 1

    def validate(self) -> None:
        check_layer("layer", self.layer)
        count = self.power_iterations
        if isinstance(count, int | float) and count <= 0:
            raise InvalidArgument("power_iterations", "a number greater than zero", show(count))

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        inputs = self.single_input(arguments)
        layer = as_layer(self.layer)
        if isinstance(layer, Unknown):
            return TensorSpec(Shape.unknown(layer.why))
        return layer.call(CallArguments((inputs,)))

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        layer = as_layer(self.layer)
        if isinstance(layer, Unknown):
            return layer
        own = layer.call_weights(arguments)
        if isinstance(own, Unknown):
            return own
        name = getattr(layer, "keras_name", "").rpartition(".")[2]
        if name not in _WITH_KERNEL or not own:
            return Unknown("the kernel of the wrapped layer is not known")
        return (*own, Weight((1, own[0].dims[-1]), trainable=False))

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        return {-1: built[-1]} if is_known(built[-1]) else {}
