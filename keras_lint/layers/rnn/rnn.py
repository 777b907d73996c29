"""``keras.layers.RNN``, which runs a cell that the user chooses."""

from __future__ import annotations

from collections.abc import Sequence

from keras_lint.layers.arguments import Argument, NumpyInteger, Weight, show
from keras_lint.layers.rnn.recurrent import Recurrent
from keras_lint.layers.rnn.stacked_rnn_cells import StackedRNNCells, as_dim, step_arguments
from keras_lint.layers.rnn.wrapped import (
    as_layer,
    check_cell,
    has_single_state,
    output_size,
    state_size,
)
from keras_lint.layers.schema import Output
from keras_lint.shapes import InvalidArgument, InvalidShape, Shape, Unknown


class RNN(Recurrent):
    """Run a cell over the steps: ``(batch, steps, ...) -> (batch, output_size)``."""

    keras_name = "keras.layers.RNN"
    min_rank = 2
    accepts = {}
    keras_2_places = {"zero_output_for_mask": None, "time_major": 6}

    cell: Argument
    return_sequences: Argument = False
    return_state: Argument = False
    go_backwards: Argument = False
    stateful: Argument = False
    unroll: Argument = False
    zero_output_for_mask: Argument = False

    def validate(self) -> None:
        if isinstance(self.cell, list | tuple):
            StackedRNNCells(self.cell).validate()
            return
        check_cell("cell", self.cell)
        size = state_size(self.cell)
        if isinstance(size, NumpyInteger):
            raise InvalidArgument(
                "cell", "a cell with an int as state_size", show(size), keras=(3,)
            )

    @property
    def stack(self) -> Argument:
        """The cell; a list of cells is one that stacks them."""
        return StackedRNNCells(self.cell) if isinstance(self.cell, list | tuple) else self.cell

    @property
    def state_size(self) -> Argument:
        """The attribute of Keras's layer, always a list."""
        cell = self.stack
        size = state_size(cell)
        if isinstance(size, Unknown) and not has_single_state(cell):
            return size
        return list(size) if isinstance(size, list | tuple) else [size]

    def step_output(self, step: Shape) -> Shape:
        cell = self.stack
        if isinstance(layer := as_layer(cell), Unknown):
            return Shape((step[0], layer))
        # Building the cell is what finds a missing size of the last axis.
        layer.call_weights(step_arguments(cell, step))
        if self.state_size == []:
            raise InvalidShape("at least one cell", "none")
        size = output_size(cell)
        if isinstance(size, NumpyInteger):
            raise InvalidShape("a cell with an int as output_size", show(size), keras=(3,))
        return Shape((step[0], as_dim(size)))

    def step_states(self, step: Shape) -> Sequence[Output] | Unknown:
        sizes = self.state_size
        if isinstance(sizes, Unknown):
            return sizes
        states: list[Output] = []
        for size in sizes:
            if not isinstance(size, list | tuple):
                states.append(Shape((step[0], as_dim(size))))
                continue
            if any(isinstance(one, list | tuple) for one in size):
                # Keras: RNN.compute_output_shape goes one level deep.
                raise InvalidShape("cells that are not stacked twice", show(size), keras=(3,))
            states.append([Shape((step[0], as_dim(one))) for one in size])
        return states

    def step_weights(self, step: Shape) -> tuple[Weight, ...] | Unknown:
        layer = as_layer(self.stack)
        if isinstance(layer, Unknown):
            return layer
        return layer.call_weights(step_arguments(self.stack, step))
