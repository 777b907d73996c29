"""What a layer or an operation is called with, and how Keras standardizes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from keras_lint.shapes import (
    Dim,
    Dynamic,
    InvalidArgument,
    Polynomial,
    TensorSpec,
    Unknown,
    is_known,
)

Argument: TypeAlias = Any
"""An argument as the interpreter evaluated it: a Python constant, a list, tuple or dict of
arguments, a ``Dim``, a ``TensorSpec``, a ``LayerSchema``, an ``Opaque`` object, or
``Unknown``. Schemas look at it with ``isinstance`` only."""


@dataclass(frozen=True)
class Opaque:
    """An object that is known to be there, but not what is in it: an initializer, a function.

    ``name`` is its canonical name where it has one (``keras.initializers.Zeros``);
    ``keywords`` are the arguments it was made with, as far as they are known.
    """

    name: str
    keywords: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True)
class NumpyInteger:
    """An integer of numpy's own type, which Keras 3 refuses where it wants an ``int``."""

    value: Dim


@dataclass(frozen=True)
class CallArguments:
    """The arguments of one application of a layer: tensors as ``TensorSpec``, nested or not."""

    positional: tuple[Argument, ...]
    keywords: Mapping[str, Argument] = field(default_factory=dict)

    def get(self, index: int, name: str, default: Argument = None) -> Argument:
        """Give the argument at a position or of a name."""
        if index < len(self.positional):
            return self.positional[index]
        return self.keywords.get(name, default)


@dataclass(frozen=True)
class Weight:
    """One variable of a layer: its shape without any batch axis."""

    dims: tuple[Dim, ...]
    trainable: bool = True

    @property
    def size(self) -> Dim:
        """The number of values in it."""
        total: Dim = 1
        for dim in self.dims:
            total = total * dim
        return total


def show(argument: Argument) -> str:
    """Write an argument as the user would."""
    match argument:
        case NumpyInteger(value):
            return f"numpy.int64({value})"
        case Opaque(name):
            return name
        case TensorSpec():
            return f"a tensor of shape {argument.shape}"
        case str() | bytes():
            return repr(argument)
        case _:
            return str(argument)


def standard_tuple(
    name: str, argument: Argument, rank: int, *, allow_zero: bool = False
) -> tuple[Dim, ...]:
    """Give ``rank`` sizes for an int or a tuple of ints.

    Keras: ``standardize_tuple`` in ``keras/src/utils/argument_validation.py``.

    Raises:
        InvalidArgument: wrong type or length, or a size that is not positive.
    """
    if isinstance(argument, Unknown):
        return (argument,) * rank
    bound = 0 if allow_zero else 1
    expected = f"a {'non-negative' if allow_zero else 'positive'} int or a tuple of {rank} of them"
    if isinstance(argument, bool):
        argument = int(argument)
    if is_size(argument):
        sizes: tuple[Argument, ...] = (argument,) * rank
    elif isinstance(argument, Sequence) and not isinstance(argument, str):
        sizes = tuple(argument)
        if len(sizes) != rank:
            raise InvalidArgument(name, f"{expected}", show(argument))
    elif isinstance(argument, TensorSpec | Opaque | Mapping):
        # Keras takes whatever it can iterate over, so an array or an object may do.
        return (Unknown(f"`{name}` is {show(argument)}"),) * rank
    else:
        raise InvalidArgument(name, expected, show(argument))
    result: list[Dim] = []
    for size in sizes:
        dim = size.value if isinstance(size, NumpyInteger) else size
        # Keras asks only whether int() takes an entry, so 2.0 passes inside a tuple.
        if isinstance(dim, bool) or (isinstance(dim, float) and dim.is_integer()):
            dim = int(dim)
        elif isinstance(dim, TensorSpec | Opaque) or (isinstance(dim, float) and dim >= bound):
            dim = Unknown(f"`{name}` is {show(argument)}")
        if not is_size(dim) or (is_known(dim) and dim < bound):
            raise InvalidArgument(name, expected, show(argument))
        result.append(dim)
    return tuple(result)


def is_size(argument: Argument) -> bool:
    """Tell whether an argument may stand for one integer (a dim, but not ``None``)."""
    return not isinstance(argument, bool) and isinstance(
        argument, int | Unknown | Polynomial | Dynamic
    )


def literal(name: str, argument: Argument, allowed: Sequence[str]) -> str | Unknown:
    """Give a string argument that Keras takes from a fixed set, in lower case.

    Raises:
        InvalidArgument: it is a constant outside that set.
    """
    if isinstance(argument, Unknown):
        return argument
    if isinstance(argument, str) and argument.lower() in allowed:
        return argument.lower()
    if isinstance(argument, Opaque):
        return Unknown(f"`{name}` is {argument.name}")
    one_of = " or ".join(repr(word) for word in allowed)
    raise InvalidArgument(name, one_of, show(argument))


def truth(argument: Argument) -> bool | Unknown:
    """Give an argument as Python's ``if`` would see it."""
    if isinstance(argument, Unknown):
        return argument
    if isinstance(argument, NumpyInteger):
        argument = argument.value
    if isinstance(argument, bool | int | float | str | Sequence | Mapping) or argument is None:
        return bool(argument)
    return True
