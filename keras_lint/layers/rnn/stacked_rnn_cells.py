"""``keras.layers.StackedRNNCells``."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, CallArguments, Weight, show
from keras_lint.layers.rnn.wrapped import (
    as_layer,
    check_cell,
    has_single_state,
    output_size,
    state_size,
)
from keras_lint.layers.schema import LayerSchema
from keras_lint.shapes import (
    InvalidArgument,
    Shape,
    Structure,
    TensorSpec,
    Unknown,
)


class StackedRNNCells(LayerSchema):
    """Cells of which each feeds the next: one step as one cell."""

    keras_name = "keras.layers.StackedRNNCells"

    cells: Argument

    def validate(self) -> None:
        if isinstance(self.cells, list | tuple):
            for cell in self.cells:
                check_cell("cells", cell)
        elif self.cells is None or isinstance(self.cells, int | float):
            raise InvalidArgument("cells", "a list of recurrent cells", show(self.cells))

    @property
    def state_size(self) -> Argument:
        """The sizes of the states, one entry for each cell."""
        if not isinstance(self.cells, list | tuple):
            return self._unknown()
        for cell in self.cells:
            if isinstance(size := state_size(cell), Unknown) and not has_single_state(cell):
                return size
        return [state_size(cell) for cell in self.cells]

    @property
    def output_size(self) -> Argument:
        """The width of what the last cell gives."""
        if isinstance(self.cells, list | tuple) and self.cells:
            return output_size(self.cells[-1])
        return self._unknown()

    def step_weights(self, step: Shape) -> tuple[Weight, ...] | Unknown:
        """Give the variables of all cells. Keras: ``StackedRNNCells.build``."""
        if not isinstance(self.cells, list | tuple):
            return self._unknown()
        result: tuple[Weight, ...] = ()
        for cell in self.cells:
            layer = as_layer(cell)
            if isinstance(layer, Unknown):
                return layer
            weights = layer.call_weights(step_arguments(cell, step))
            if isinstance(weights, Unknown):
                return weights
            result += weights
            step = Shape((step[0], as_dim(output_size(cell))))
        return result

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        shape = self.single_input(arguments).shape
        return Unknown(shape.why) if shape.dims is None else self.step_weights(shape)

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        output: Structure[TensorSpec] = self.single_input(arguments)
        states = arguments.get(1, "states")
        if states is None:
            raise InvalidArgument("states", "`states`", "nothing", kind="missing")
        if not isinstance(self.cells, list | tuple) or not isinstance(states, list | tuple):
            return TensorSpec(Shape.unknown("the states of these cells are unknown"))
        new_states: list[Structure[TensorSpec]] = []
        for cell, given in zip(self.cells, states, strict=False):
            layer = as_layer(cell)
            if isinstance(layer, Unknown):
                return TensorSpec(Shape.unknown(layer.why))
            nested = isinstance(given, list | tuple)
            result = layer.call(CallArguments((output, given if nested else [given])))
            if not isinstance(result, list | tuple) or len(result) != 2:
                return TensorSpec(Shape.unknown("what this cell gives is unknown"))
            output, state = result
            if isinstance(state, list | tuple) and len(state) == 1 and not nested:
                state = state[0]
            new_states.append(state)
        if self.keras != 3:
            return [output, TensorSpec(Shape.unknown("each Keras nests the states otherwise"))]
        return [output, new_states[0] if len(new_states) == 1 else new_states]

    def _unknown(self) -> Unknown:
        return self.cells if isinstance(self.cells, Unknown) else Unknown("the cells are unknown")


def step_arguments(cell: Argument, step: Shape) -> CallArguments:
    """Give what a recurrent layer calls a cell with, as far as building it goes."""
    sizes = state_size(cell)
    nested = sizes if isinstance(sizes, list | tuple) else [sizes]
    return CallArguments((TensorSpec(step), [_state(size, step) for size in nested]))


def _state(size: Argument, step: Shape) -> Argument:
    if isinstance(size, list | tuple):
        return [_state(one, step) for one in size]
    return TensorSpec(Shape((step[0], as_dim(size))))


def as_dim(size: Argument) -> Argument:
    """Give a size that a cell states as a dim, or unknown."""
    match size:
        case int():
            return int(size)
        case Unknown():
            return size
    dim = getattr(size, "value", size)
    return dim if isinstance(dim, int) else Unknown("this size of a cell is unknown")
