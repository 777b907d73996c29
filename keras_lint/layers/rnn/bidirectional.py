"""``keras.layers.Bidirectional``."""

from __future__ import annotations

from collections.abc import Mapping

from keras_lint.layers.arguments import Argument, CallArguments, Opaque, Weight, show, truth
from keras_lint.layers.rnn.recurrent import Recurrent
from keras_lint.layers.rnn.wrapped import as_layer, check_layer
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    surely_equal,
)

MERGE_MODES = ("sum", "mul", "ave", "concat")


class Bidirectional(LayerSchema):
    """Run a recurrent layer forwards and backwards: ``(batch, steps, k) -> (batch, 2 * units)``."""

    keras_name = "keras.layers.Bidirectional"

    layer: Argument
    merge_mode: Argument = "concat"
    weights_: Argument = None
    backward_layer: Argument = None

    def validate(self) -> None:
        check_recurrent("layer", self.layer)
        if self.backward_layer is not None:
            check_recurrent("backward_layer", self.backward_layer)
        mode = self.merge_mode
        if mode is not None and not isinstance(mode, Unknown | Opaque) and mode not in MERGE_MODES:
            raise InvalidArgument("merge_mode", f"one of {MERGE_MODES} or None", show(mode))
        self._check_directions()

    def _check_directions(self) -> None:
        """Compare the two layers. Keras: ``Bidirectional._verify_layer_config``."""
        forward = argument_of(self.layer, "go_backwards")
        if self.backward_layer is None:
            # Keras 3 makes the second layer with go_backwards=True, Keras 2 with the opposite.
            if forward is True:
                raise InvalidArgument(
                    "layer", "a layer that goes forwards", "go_backwards=True", keras=(3,)
                )
            return
        backward = argument_of(self.backward_layer, "go_backwards")
        if not isinstance(forward, Unknown) and forward == backward:
            raise InvalidArgument(
                "backward_layer", f"go_backwards={not forward}", f"go_backwards={backward}"
            )
        for name in ("stateful", "return_sequences", "return_state"):
            one, other = argument_of(self.layer, name), argument_of(self.backward_layer, name)
            if not isinstance(one, Unknown) and not isinstance(other, Unknown) and one != other:
                raise InvalidArgument(
                    "backward_layer", f"{name}={one}, as in the forward layer", f"{name}={other}"
                )

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        layers = self._directions()
        if isinstance(layers, Unknown):
            return TensorSpec(Shape.unknown(layers.why))
        given = self._sequences(arguments)
        output = self._in_own_dtype(layers[0].call(given))
        backward = layers[1].call(given)
        state = truth(argument_of(self.layer, "return_state"))
        if isinstance(state, Unknown):
            return TensorSpec(Shape.unknown(state.why))
        if not state:
            return self._merged(output, backward)
        if not isinstance(output, list) or not isinstance(backward, list):
            return TensorSpec(Shape.unknown("the states of the wrapped layer are unknown"))
        merged = self._merged(output[0], backward[0])
        return [*(merged if isinstance(merged, list) else [merged]), *output[1:], *output[1:]]

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        layers = self._directions()
        if isinstance(layers, Unknown):
            return layers
        given = self._sequences(arguments)
        forward, backward = layers[0].call_weights(given), layers[1].call_weights(given)
        if isinstance(forward, Unknown):
            return forward
        return backward if isinstance(backward, Unknown) else forward + backward

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        return self.layer.fixed_axes(built) if isinstance(self.layer, Recurrent) else {}

    def check_rebuild(self, built: CallArguments, arguments: CallArguments) -> None:
        if isinstance(self.layer, Recurrent):
            self.layer.check_rebuild(self._sequences(built), self._sequences(arguments))

    def mismatched_state(self, arguments: CallArguments) -> InvalidShape | None:
        """Give what is wrong with ``initial_state``, half of which goes to either layer."""
        given = arguments.get(1, "initial_state")
        if not isinstance(self.layer, Recurrent) or not isinstance(given, list | tuple):
            return None
        sequences, half = arguments.get(0, "sequences"), len(given) // 2
        return self.layer.mismatched_state(CallArguments((sequences, list(given[:half]))))

    def _sequences(self, arguments: CallArguments) -> CallArguments:
        given = arguments.get(0, "sequences", arguments.keywords.get("inputs"))
        return CallArguments((given,))

    def _directions(self) -> tuple[LayerSchema, LayerSchema] | Unknown:
        pair = [self.layer, self.layer if self.backward_layer is None else self.backward_layer]
        for one in pair:
            layer = as_layer(one)
            if isinstance(layer, Unknown):
                return layer
        return pair[0], pair[1]

    def _in_own_dtype(self, output: Structure[TensorSpec]) -> Structure[TensorSpec]:
        if isinstance(output, TensorSpec):
            return TensorSpec(output.shape, self.output_dtype(output))
        if isinstance(output, Mapping):
            return {key: self._in_own_dtype(one) for key, one in output.items()}
        return [self._in_own_dtype(one) for one in output]

    def _merged(
        self, forward: Structure[TensorSpec], backward: Structure[TensorSpec]
    ) -> Structure[TensorSpec]:
        mode = self.merge_mode
        if not isinstance(forward, TensorSpec) or not isinstance(backward, TensorSpec):
            return TensorSpec(Shape.unknown("the wrapped layer has several outputs"))
        if isinstance(mode, Unknown | Opaque):
            return TensorSpec(Shape.unknown("`merge_mode` is unknown"))
        if forward.shape.dims is None or backward.shape.dims is None:
            return [forward, forward] if mode is None else forward
        # Keras 3: compute_output_shape takes the forward layer's shape for both.
        second = self.of_version(backward.shape, forward.shape)
        if mode is None:
            return [forward, forward.with_shape(second)]
        width = forward.shape[-1] + second[-1]
        if mode != "concat":
            same = surely_equal(forward.shape[-1], second[-1])
            width = second[-1] if same else Unknown("the two layers may have other widths")
        return forward.with_shape(forward.shape.with_last(width))


def check_recurrent(name: str, layer: Argument) -> None:
    """Check that an argument may be a layer that can go backwards.

    Raises:
        InvalidArgument: it is surely none, or one of Keras's without ``go_backwards``.
    """
    check_layer(name, layer)
    keras_name: str = getattr(layer, "keras_name", "")
    if keras_name and not isinstance(layer, Recurrent):
        raise InvalidArgument(name, "a recurrent layer", keras_name.rpartition(".")[2])


def argument_of(layer: Argument, name: str) -> Argument:
    """Give an argument of a wrapped layer, or unknown."""
    value = getattr(layer, name, Unknown(f"`{name}` of the wrapped layer is unknown"))
    # A method or property of a layer of the user's own is no value.
    return Unknown(f"`{name}` is computed") if callable(value) else value
