"""``keras.layers.TimeDistributed``."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.layers.arguments import Argument, CallArguments, Weight
from keras_lint.layers.rnn.recurrent import Recurrent
from keras_lint.layers.rnn.wrapped import Applicable, as_layer, check_layer
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import Dim, InvalidShape, Shape, Structure, TensorSpec, Unknown, is_dynamic


class TimeDistributed(LayerSchema):
    """Apply a layer to each step: ``(batch, steps, ...)``; ``steps`` stays where it is."""

    keras_name = "keras.layers.TimeDistributed"
    min_rank = 3

    layer: Argument

    def validate(self) -> None:
        check_layer("layer", self.layer)

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        inputs = self._sequences(arguments)
        dtype = self.output_dtype(inputs)
        step = self._applied(inputs)
        if isinstance(step, Unknown):
            return TensorSpec(Shape.unknown(step.why), dtype)
        layer, argument = step
        return self._with_steps(layer.call(argument), inputs.shape[1], dtype)

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        step = self._applied(self._sequences(arguments))
        return step if isinstance(step, Unknown) else step[0].call_weights(step[1])

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        # Keras 2: TimeDistributed.build; Keras 3 sets no input_spec.
        return {axis: built[axis] for axis in range(2, len(built))} if self.keras == 2 else {}

    def _sequences(self, arguments: CallArguments) -> TensorSpec:
        given = arguments.get(0, "inputs")
        if isinstance(given, list | tuple | Mapping) and len(given) < 3 and self.keras != 2:
            # Keras: _get_child_input_shape takes the number of tensors for the rank.
            raise InvalidShape(
                "one tensor", f"{len(given)} in a {type(given).__name__}", keras=(3,)
            )
        if isinstance(given, TensorSpec | Unknown):
            return self.single_input(arguments)
        return TensorSpec(Shape.unknown("several inputs of a TimeDistributed are not followed"))

    def _applied(self, inputs: TensorSpec) -> tuple[Applicable, CallArguments] | Unknown:
        """Give the layer and what it is applied to at one step, or why that is unknown."""
        layer = as_layer(self.layer)
        if isinstance(layer, Unknown):
            return layer
        if inputs.shape.dims is None:
            return Unknown(inputs.shape.why)
        step = inputs.shape.without_axis(1)
        if isinstance(layer, LayerSchema) and not self._checks_rank(layer, step):
            try:
                layer.check_rank(step)
            except InvalidShape:
                # Keras 3 calls build() and compute_output_shape() of the layer, which
                # do not look at its input_spec.
                return Unknown("the wrapped layer is not made for this number of axes")
        return layer, CallArguments((inputs.with_shape(step),))

    def _checks_rank(self, layer: LayerSchema, step: Shape) -> bool:
        """Tell whether a step of the wrong rank is refused before data arrives."""
        name = layer.keras_name.rpartition(".")[2]
        if self.keras == 2 or isinstance(layer, TimeDistributed):
            return True
        if "Conv" in name:
            # Keras: compute_conv_output_shape compares the rank of the kernel.
            return "Transpose" not in name
        if isinstance(layer, Recurrent) or name == "Bidirectional":
            # Two axes leave the batch axis as features, of which there is no dynamic number.
            return len(step) < 3 and is_dynamic(step[0])
        return False

    def _with_steps(
        self, output: Structure[TensorSpec], steps: Dim, dtype: str | None
    ) -> Structure[TensorSpec]:
        if isinstance(output, TensorSpec):
            shape = output.shape
            known = shape.dims is not None and len(shape) > 0
            return TensorSpec(shape.with_inserted(1, steps) if known else shape, dtype)
        if self.keras == 2:
            return TensorSpec(Shape.unknown("the wrapped layer has several outputs"), dtype)
        raise InvalidShape("a wrapped layer with one output", f"{len(output)}", keras=(3,))
