"""What is cut off or added at the two ends of each spatial axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from keras_lint.layers.arguments import Argument, Opaque, is_size, show, standard_tuple
from keras_lint.shapes import Dim, InvalidArgument, TensorSpec, Unknown, surely_below

Margins: TypeAlias = tuple[tuple[Dim, ...], ...]
"""For each spatial axis what stands before it and after it."""


def margins(name: str, argument: Argument, spatial: int, *, negative: bool = False) -> Margins:
    """Give the margins that an argument of ``Cropping2D``, ``ZeroPadding3D`` or the like means.

    ``negative`` says that one int for all axes may be below zero.

    Raises:
        InvalidArgument: the argument is neither an int nor one entry for each axis.
    """
    expected = f"an int, or {spatial} ints or pairs of ints"
    if isinstance(argument, bool):
        argument = int(argument)
    if is_size(argument):
        if surely_below(argument, 0) and not negative:
            # Keras 2: Cropping2D.__init__ does not look at the sign of a single int.
            raise InvalidArgument(name, expected, show(argument), keras=(3,))
        return ((argument, argument),) * spatial
    if isinstance(argument, TensorSpec | Opaque | Mapping):
        unknown = Unknown(f"`{name}` is {show(argument)}")
        return ((unknown, unknown),) * spatial
    if not isinstance(argument, list | tuple) or len(argument) != spatial:
        raise InvalidArgument(name, expected, show(argument))
    return tuple(standard_tuple(name, entry, 2, allow_zero=True) for entry in argument)
