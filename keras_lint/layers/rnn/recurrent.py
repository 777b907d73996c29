"""What every recurrent layer shares: Keras's ``RNN``, as its subclasses see it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from keras_lint.layers.arguments import CallArguments, Weight, truth
from keras_lint.layers.schema import LayerSchema, Output
from keras_lint.shapes import (
    Dim,
    InvalidShape,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    is_dynamic,
    surely_differ,
)


class Recurrent(LayerSchema):
    """A layer that walks over axis 1: ``(batch, steps, ...) -> (batch, ...)``.

    A subclass says what one step gives, in shapes with a batch axis and without the axis of
    steps: ``step_output``, ``step_states`` and ``step_weights``.
    """

    accepts = {"zero_output_for_mask": ""}
    removed: ClassVar[tuple[str, ...]] = ("time_major",)

    def step_output(self, step: Shape) -> Shape:
        """Give the shape of what one step gives."""
        raise NotImplementedError

    def step_states(self, step: Shape) -> Sequence[Output] | Unknown:
        """Give the shapes of the states, nested as the cell nests them."""
        raise NotImplementedError

    def step_weights(self, step: Shape) -> tuple[Weight, ...] | Unknown:
        """Give the variables of the cell."""
        raise NotImplementedError

    def flag(self, name: str) -> bool | Unknown:
        """Give a boolean argument as Keras's ``if`` would see it."""
        return truth(getattr(self, name, False))

    def output_shape(self, inputs: Shape) -> Output:
        if inputs.dims is None:
            return inputs
        self._check_batch(inputs)
        # Keras 3 looks at this in call(), which only data reaches.
        if self.keras == 2 and self.flag("unroll") is True and is_dynamic(inputs[1]):
            raise InvalidShape("a known number of steps to unroll", str(inputs), axis=1, keras=(2,))
        step = inputs.without_axis(1)
        sequences, state = self.flag("return_sequences"), self.flag("return_state")
        if isinstance(state, Unknown):
            return Shape.unknown(state.why)
        output = self.step_output(step)
        if isinstance(sequences, Unknown):
            output = Shape.unknown(sequences.why)
        elif sequences and output.dims is not None:
            output = output.with_inserted(1, inputs[1])
        if not state:
            return output
        states = self.step_states(step)
        return Shape.unknown(states.why) if isinstance(states, Unknown) else [output, *states]

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        sequences = self.sequences(arguments)
        if self.keras == 2 and (mismatch := self.mismatched_state(arguments)):
            raise mismatch
        if truth(self.common.get("time_major", False)) is not False:
            return TensorSpec(Shape.unknown("`time_major` swaps batch and steps"))
        return self.as_specs(self.output_shape(sequences.shape), self.output_dtype(sequences))

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        shape = self.sequences(arguments).shape
        if shape.dims is None:
            return Unknown(shape.why)
        return self.step_weights(shape.without_axis(1))

    def check_rebuild(self, built: CallArguments, arguments: CallArguments) -> None:
        if self.keras == 2:
            first, now = self.sequences(built), self.sequences(arguments)
            super().check_rebuild(CallArguments((first,)), CallArguments((now,)))

    def fixed_axes(self, built: Shape) -> Mapping[int, Dim]:
        # Keras 2: RNN.build; the input_spec of Keras 3 holds the rank alone.
        return {axis: built[axis] for axis in range(2, len(built))}

    def sequences(self, arguments: CallArguments) -> TensorSpec:
        """Give the input tensor, its rank checked.

        Raises:
            InvalidShape: its rank does not fit, or Keras 3 gets a list.
        """
        given = arguments.get(0, "sequences", arguments.keywords.get("inputs"))
        if isinstance(given, list | tuple):
            if self.keras != 2:
                raise InvalidShape(
                    "one tensor of sequences",
                    f"a list of {len(given)}",
                    keras=(3,),
                    remedy="pass the states as initial_state=[...]",
                )
            given = given[0] if given else None
        if not isinstance(given, TensorSpec):
            why = given.why if isinstance(given, Unknown) else "the input is no single tensor"
            given = TensorSpec(Shape.unknown(why))
        self.check_rank(given.shape)
        if given.shape.dims is None and self.rank is not None:
            return given.with_shape(Shape.unknown_dims(self.rank, given.shape.why))
        return given

    def mismatched_state(self, arguments: CallArguments) -> InvalidShape | None:
        """Give what is wrong with ``initial_state``, if it surely is.

        Keras 2 refuses such a state when the layer is called; Keras 3 builds the model and
        fails when data arrives.
        """
        given = arguments.get(1, "initial_state")
        shape = self.sequences(arguments).shape
        if given is None or isinstance(given, Unknown) or shape.dims is None:
            return None
        states = list(given) if isinstance(given, list | tuple) else [given]
        wanted = self.step_states(shape.without_axis(1))
        if isinstance(wanted, Unknown):
            return None
        if len(states) < len(wanted) or (self.keras == 2 and len(states) != len(wanted)):
            return InvalidShape(f"{len(wanted)} states", f"{len(states)} in `initial_state`")
        for state, expected in zip(states, wanted, strict=False):
            if not isinstance(state, TensorSpec) or not isinstance(expected, Shape):
                continue
            if state.shape.dims is None or expected.dims is None:
                continue
            same_rank = len(state.shape) == len(expected)
            if not same_rank or surely_differ(state.shape[-1], expected[-1]):
                return InvalidShape(f"a state of shape {expected}", str(state.shape))
        return None

    def _check_batch(self, inputs: Shape) -> None:
        if self.flag("stateful") is True and is_dynamic(inputs[0]):
            raise InvalidShape(
                "a fixed batch size, as the layer is stateful",
                str(inputs),
                axis=0,
                remedy="give batch_size= to keras.Input",
            )
