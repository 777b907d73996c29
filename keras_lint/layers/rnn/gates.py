"""The arguments and weights of ``SimpleRNN``, ``LSTM`` and ``GRU``, and of their cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from keras_lint.layers.activations.names import check_activation
from keras_lint.layers.arguments import (
    Argument,
    CallArguments,
    NumpyInteger,
    Opaque,
    Weight,
    show,
    truth,
)
from keras_lint.layers.rnn.recurrent import Recurrent
from keras_lint.layers.rnn.wrapped import is_surely_no_int
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    Dim,
    InvalidArgument,
    InvalidShape,
    Polynomial,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
    is_dynamic,
    surely_below,
    surely_differ,
)
from keras_lint.shapes.arithmetic import broadcast

LEGACY: Final = {
    "output_dim": "units",
    "init": "kernel_initializer",
    "inner_init": "recurrent_initializer",
    "inner_activation": "recurrent_activation",
    "W_regularizer": "kernel_regularizer",
    "U_regularizer": "recurrent_regularizer",
    "b_regularizer": "bias_regularizer",
    "dropout_W": "dropout",
    "dropout_U": "recurrent_dropout",
    "forget_bias_init": "unit_forget_bias",
}
"""The spellings of Keras 1."""


class Gated(LayerSchema):
    """A cell or layer of ``units`` with one kernel for all its gates.

    The weights are ``(features, gates * units)``, ``(units, gates * units)`` and a bias.
    """

    gates: ClassVar[int] = 1
    state_count: ClassVar[int] = 1

    def validate(self) -> None:
        check_units(getattr(self, "units", None), numpy_too=not isinstance(self, Recurrent))
        check_step_arguments(self)
        cudnn = getattr(self, "use_cudnn", "auto")
        if not isinstance(cudnn, Unknown | NumpyInteger | Opaque) and cudnn not in (
            "auto",
            True,
            False,
        ):
            raise InvalidArgument("use_cudnn", "'auto', True or False", show(cudnn), keras=(3,))

    @property
    def size(self) -> Dim:
        """The number of units."""
        units: Argument = getattr(self, "units", None)
        if isinstance(units, NumpyInteger):
            units = units.value
        if isinstance(units, int):
            return int(units)
        if isinstance(units, Unknown | Polynomial):
            return units
        return Unknown("the number of units is unknown")

    @property
    def state_size(self) -> Argument:
        """The attribute of Keras's cells, which ``RNN`` reads."""
        units: Argument = getattr(self, "units", None)
        return units if self.state_count == 1 else [units] * self.state_count

    def bias(self) -> tuple[Dim, ...]:
        """Give the shape of the bias, where there is one."""
        return (self.gates * self.size,)

    def gate_weights(self, step: Shape) -> tuple[Weight, ...]:
        """Give the variables for one step of shape ``(batch, features)``.

        Raises:
            InvalidShape: the number of features is dynamic, so that no kernel can be made.
        """
        check_features(step)
        width = self.gates * self.size
        kernels = (Weight((step[-1], width)), Weight((self.size, width)))
        match truth(getattr(self, "use_bias", True)):
            case True:
                return (*kernels, Weight(self.bias()))
            case False:
                return kernels
            case Unknown() as unknown:
                return (*kernels, Weight((unknown,)))


class GatedRecurrent(Gated, Recurrent):
    """A recurrent layer with a cell of its own: ``(batch, steps, features) -> (batch, units)``."""

    rank = 3
    legacy = LEGACY

    @property
    def output_size(self) -> Argument:
        """The width of one step's output, which a ``RNN`` around it would read."""
        return self.size

    def step_output(self, step: Shape) -> Shape:
        check_features(step)
        return Shape((step[0], self.size))

    def step_states(self, step: Shape) -> Sequence[Shape]:
        return [Shape((step[0], self.size))] * self.state_count

    def step_weights(self, step: Shape) -> tuple[Weight, ...]:
        return self.gate_weights(step)


class GatedCell(Gated):
    """One step: ``(batch, features)`` and states ``(batch, units)`` to ``(batch, units)``."""

    legacy = LEGACY

    @property
    def output_size(self) -> Argument:
        """The attribute of Keras's cells, which ``RNN`` reads."""
        return getattr(self, "units", None)

    def weights(self, inputs: Shape) -> tuple[Weight, ...]:
        return self.gate_weights(inputs)

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        inputs = self.single_input(arguments)
        given = arguments.get(1, "states")
        if given is None:
            raise InvalidArgument("states", "`states`", "nothing", kind="missing")
        if inputs.shape.dims is not None:
            check_features(inputs.shape)
        nested = isinstance(given, list | tuple)
        states = self._states(given)
        dtype = self.output_dtype(inputs)
        if isinstance(states, Unknown):
            return TensorSpec(Shape.unknown(states.why))
        output, new_states = self.step(inputs.shape, states)
        specs = [TensorSpec(shape, dtype) for shape in new_states]
        return [TensorSpec(output, dtype), specs if nested or len(specs) > 1 else specs[0]]

    def step(self, inputs: Shape, states: Sequence[Shape]) -> tuple[Shape, Sequence[Shape]]:
        """Give the output and the new states of one step."""
        if any(shape.rank != 2 for shape in (inputs, *states)):
            unknown = Shape.unknown("a cell on other than two axes is not followed")
            return unknown, [unknown] * self.state_count
        hidden = states[0]
        if surely_differ(hidden[-1], self.size):
            raise InvalidShape(f"a state with {self.size} values", str(hidden))
        # The carry of an LSTM is multiplied by its gates.
        result = broadcast(
            inputs.with_last(self.size), hidden.with_last(self.size), *states[1 : self.state_count]
        )
        return result, [result] * self.state_count

    def _states(self, given: Argument) -> list[Shape] | Unknown:
        states = list(given) if isinstance(given, list | tuple) else [given]
        if isinstance(given, Unknown):
            return given
        if isinstance(given, list | tuple) and len(states) < self.state_count:
            raise InvalidShape(f"{self.state_count} states", f"{len(states)}")
        if len(states) < self.state_count or not all(isinstance(s, TensorSpec) for s in states):
            return Unknown("the states of this cell are unknown")
        return [state.shape for state in states]


def check_units(units: Argument, *, numpy_too: bool) -> None:
    """Check ``units``. Keras: ``if units <= 0`` and ``RNN.__init__``, which wants an ``int``.

    Raises:
        InvalidArgument: it is not a positive int, or numpy's where that is not enough.
    """
    value = units.value if isinstance(units, NumpyInteger) else units
    if is_surely_no_int(value) or surely_below(value, 1):
        raise InvalidArgument("units", "a positive int", show(units))
    if isinstance(units, NumpyInteger) and not numpy_too:
        raise InvalidArgument(
            "units", "a positive int", show(units), keras=(3,), remedy="use int(...)"
        )


def check_step_arguments(layer: LayerSchema) -> None:
    """Check the activations and the rates of dropout of a cell.

    Raises:
        InvalidArgument: an activation is unknown, or a rate is no number.
    """
    for name in ("activation", "recurrent_activation"):
        check_activation(getattr(layer, name, None), name)
    for name in ("dropout", "recurrent_dropout"):
        rate = getattr(layer, name, 0.0)
        # Keras: min(1.0, max(0.0, rate)) in the constructor of the cell
        if rate is None or isinstance(rate, str | bytes | Sequence | Mapping):
            raise InvalidArgument(name, "a number between 0 and 1", show(rate))


def check_features(step: Shape) -> None:
    """Check that a kernel can be made for the last axis.

    Raises:
        InvalidShape: its size is Keras's ``None``.
    """
    if is_dynamic(step[-1]):
        raise InvalidShape("a known size on the last axis", str(step), axis=-1)
