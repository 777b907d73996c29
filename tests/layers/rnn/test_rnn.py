"""``RNN`` against Keras, and with cells that are not known."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from keras_lint.layers.arguments import CallArguments, Opaque, Weight
from keras_lint.layers.binding import bind
from keras_lint.layers.rnn.rnn import RNN
from keras_lint.shapes import Shape, TensorSpec, Unknown
from tests.layers.differential import Draw, Nested, differential
from tests.layers.draws import rarely
from tests.layers.rnn.recurrent_draws import cells, flags, seldom, sequences

stacks = st.lists(cells(), min_size=1, max_size=3)
no_cells = st.sampled_from(
    [4, "LSTMCell", None, [], Nested("Dense", {"units": 3}), [Nested("Dense", {"units": 3})],
     Nested("LSTM", {"units": 3}), Nested("LSTMCell", {"units": np.int64(3)}),
     Nested("GRUCell", {"units": np.int64(3)})]
)  # fmt: skip


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    stack = stacks.map(lambda cells: Nested("StackedRNNCells", {"cells": cells}))
    stack_in_stack = st.builds(lambda one, other: [one, other], stack, cells())
    usual = st.one_of(cells(), stacks, stack)
    cell = draw(rarely(usual, st.one_of(stack_in_stack, no_cells), once_in=6))
    names = ("return_sequences", "return_state", "go_backwards", "unroll", "zero_output_for_mask")
    keywords = {name: draw(flags) for name in names}
    keywords["stateful"] = draw(seldom)
    return Draw({"cell": cell, **keywords}, draw(sequences()))


def test_rnn_gives_what_keras_gives() -> None:
    """Single cells, lists of cells, stacks in stacks, and what is no cell."""
    differential("RNN", draws())


class UserCell:
    """A cell as the interpreter shows one of the user's own."""

    state_size = (3, 4)
    output_size = 5

    def call(self, arguments: CallArguments) -> TensorSpec:
        raise AssertionError("Keras asks the attributes, not the call")

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...]:
        step, states = arguments.positional
        return (Weight((step.shape[-1], states[1].shape[-1])),)


def test_a_cell_of_the_users_own_is_asked_for_its_sizes() -> None:
    """The attributes ``state_size`` and ``output_size`` say all that comes out."""
    layer, refusals = bind(RNN, [UserCell()], {"return_state": True, "return_sequences": True})
    arguments = CallArguments((TensorSpec(Shape.of(None, 7, 2)),))

    assert refusals == []
    shapes = [str(one.shape) for one in layer.call(arguments)]
    assert shapes == ["(None, 7, 5)", "(None, 3)", "(None, 4)"]
    assert layer.call_weights(arguments) == (Weight((2, 4)),)


def test_an_unknown_cell_gives_an_unknown_width() -> None:
    """An object of another library is not asked for anything."""
    layer, refusals = bind(RNN, [Opaque("other.Cell")], {})
    arguments = CallArguments((TensorSpec(Shape.of(None, 7, 2)),))

    assert refusals == []
    assert str(layer.call(arguments).shape) == "(None, ?)"
    assert isinstance(layer.call_weights(arguments), Unknown)


def test_an_unknown_cell_has_unknown_states() -> None:
    """How many states there are is not guessed."""
    layer, _ = bind(RNN, [Unknown("a cell")], {"return_state": True})

    output = layer.call(CallArguments((TensorSpec(Shape.of(None, 7, 2)),)))

    assert output.shape.dims is None
