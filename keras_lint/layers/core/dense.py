"""``keras.layers.Dense``."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.layers.activations.names import check_activation
from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, is_size, truth
from keras_lint.layers.core.lora import check_lora, with_lora
from keras_lint.layers.dtypes import is_quantized
from keras_lint.layers.schema import LayerSchema, positive_integer
from keras_lint.shapes import Dim, InvalidShape, Shape, Unknown, is_dynamic


class Dense(LayerSchema):
    """Multiply the last axis by a kernel: ``(batch, ..., k) -> (batch, ..., units)``."""

    keras_name = "keras.layers.Dense"
    added = ("lora_rank", "lora_alpha", "quantization_config")
    min_rank = 2
    legacy = {
        "output_dim": "units",
        "init": "kernel_initializer",
        "W_regularizer": "kernel_regularizer",
        "b_regularizer": "bias_regularizer",
        "W_constraint": "kernel_constraint",
        "b_constraint": "bias_constraint",
        "bias": "use_bias",
    }

    units: Dim
    activation: Argument = None
    use_bias: Argument = True
    kernel_initializer: Argument = "glorot_uniform"
    bias_initializer: Argument = "zeros"
    kernel_regularizer: Argument = None
    bias_regularizer: Argument = None
    activity_regularizer: Argument = None
    kernel_constraint: Argument = None
    bias_constraint: Argument = None
    lora_rank: Argument = None
    lora_alpha: Argument = None
    quantization_config: Argument = None

    def validate(self) -> None:
        positive_integer("units", self.units)
        check_activation(self.activation)

    def output_shape(self, inputs: Shape) -> Shape:
        check_lora(self.lora_rank, "kernel_constraint", self.kernel_constraint)
        if inputs.dims is None:
            return inputs
        if is_dynamic(inputs[-1]):
            # Keras: the kernel of shape (None, units) cannot be made.
            raise InvalidShape("a known size on the last axis", str(inputs), axis=-1)
        return inputs.with_last(self._units())

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        if is_quantized(self.common.get("dtype")):
            return (Weight((Unknown("the layer is quantized"),)),)
        kernels = with_lora(Weight((inputs[-1], self._units())), self.lora_rank)
        match truth(self.use_bias):
            case True:
                return (*kernels, Weight((self._units(),)))
            case False:
                return kernels
            case Unknown() as unknown:
                return (*kernels, Weight((unknown,)))

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        return {-1: built[-1]}

    def _units(self) -> Dim:
        """Give ``units`` as a size: Keras 2 takes what ``int()`` takes."""
        units: Argument = self.units
        if isinstance(units, NumpyInteger):
            return units.value
        if isinstance(units, bool | float):
            return int(units)
        return units if is_size(units) else Unknown("`units` is no integer")
