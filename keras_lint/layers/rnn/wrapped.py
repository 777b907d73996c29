"""How a wrapper looks at the layer, and a recurrent layer at the cell, that it is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from keras_lint.layers.arguments import Argument, CallArguments, NumpyInteger, Opaque, Weight, show
from keras_lint.shapes import (
    Dynamic,
    InvalidArgument,
    Polynomial,
    Structure,
    TensorSpec,
    Unknown,
)


class Applicable(Protocol):
    """What can be applied to tensors: a schema, a model, or a layer of the user's own."""

    def call(self, arguments: CallArguments) -> Structure[TensorSpec]:
        """Give the outputs for the arguments of one application."""

    def call_weights(self, arguments: CallArguments) -> tuple[Weight, ...] | Unknown:
        """Give the variables that it owns once it was applied so."""


def as_layer(argument: Argument) -> Applicable | Unknown:
    """Give the layer that was passed, or why it cannot be looked into."""
    if isinstance(argument, Unknown):
        return argument
    if hasattr(argument, "call") and hasattr(argument, "call_weights"):
        layer: Applicable = argument
        return layer
    name = argument.name if isinstance(argument, Opaque) else show(argument)
    return Unknown(f"what {name} does is unknown")


def is_surely_no_layer(argument: Argument) -> bool:
    """Tell whether an argument is a value that can be neither layer nor cell."""
    return argument is None or isinstance(
        argument,
        int | float | str | bytes | Sequence | Mapping | NumpyInteger | TensorSpec
        | Dynamic | Polynomial,
    )  # fmt: skip


def check_layer(name: str, argument: Argument) -> None:
    """Check that an argument may be a layer.

    Raises:
        InvalidArgument: it is surely none.
    """
    if is_surely_no_layer(argument):
        raise InvalidArgument(name, "a layer", show(argument))


def check_cell(name: str, cell: Argument) -> None:
    """Check that an argument may be a cell: it has ``call`` and ``state_size``.

    Raises:
        InvalidArgument: it is surely none.
    """
    if is_surely_no_layer(cell):
        raise InvalidArgument(name, "a recurrent cell", show(cell))
    keras_name: str = getattr(cell, "keras_name", "")
    if keras_name and not hasattr(cell, "state_size"):
        raise InvalidArgument(name, "a recurrent cell", keras_name.rpartition(".")[2])


def state_size(cell: Argument) -> Argument:
    """Give the size of a cell's state, or a list with one size for each of its states."""
    unknown = Unknown("the `state_size` of this cell is unknown")
    size = getattr(cell, "state_size", unknown)
    return size if isinstance(size, list | tuple) or is_size_like(size) else unknown


def has_single_state(cell: Argument) -> bool:
    """Tell whether a cell has one state, even where its size is unknown."""
    return getattr(cell, "state_count", 0) == 1


def output_size(cell: Argument) -> Argument:
    """Give the width of what a cell gives for one step. Keras: ``RNN.compute_output_shape``."""
    size = getattr(cell, "output_size", None)
    if size is not None:
        return size if is_size_like(size) else Unknown("the `output_size` of this cell is unknown")
    states = state_size(cell)
    return states[0] if isinstance(states, list | tuple) and states else states


def is_surely_no_int(argument: Argument) -> bool:
    """Tell whether an argument is a value that Keras cannot take for a size."""
    return argument is None or isinstance(
        argument, float | str | bytes | Sequence | Mapping | Dynamic | TensorSpec
    )


def is_size_like(argument: Argument) -> bool:
    """Tell whether an argument may be one size, of numpy's type too."""
    return isinstance(argument, int | NumpyInteger | Unknown | Polynomial | Dynamic)
