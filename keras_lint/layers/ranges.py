"""Arguments that Keras wants as numbers in a range, as sizes, or as one of some words."""

from __future__ import annotations

from keras_lint.layers.arguments import Argument, NumpyInteger, is_size, show
from keras_lint.shapes import DYNAMIC, Dim, Dynamic, InvalidArgument, Unknown, surely_below


def number(
    name: str, argument: Argument, expected: str, keras: tuple[int, ...] = (2, 3)
) -> int | float | None:
    """Give an argument as a number, or None where it may be any.

    Raises:
        InvalidArgument: it is a constant that Python cannot compare with a number.
    """
    match argument:
        case NumpyInteger(value):
            return number(name, value, expected, keras)
        case int() | float():
            return argument
        case None | str() | bytes() | list() | tuple() | dict() | Dynamic():
            raise InvalidArgument(name, expected, show(argument), keras=keras)
    return None


def check_range(
    name: str,
    argument: Argument,
    low: float,
    high: float | None = None,
    *,
    keras: tuple[int, ...] = (2, 3),
) -> None:
    """Check that an argument is a number from ``low`` to ``high``, both included.

    Raises:
        InvalidArgument: it is none, or surely outside.
    """
    bounds = f"between {low} and {high}" if high is not None else f"of at least {low}"
    value = number(name, argument, f"a number {bounds}", keras=(3,))
    if value is not None and not (low <= value and (high is None or value <= high)):
        raise InvalidArgument(name, f"a number {bounds}", show(argument), keras=keras)


def check_choice(
    name: str, given: Argument, allowed: tuple[str, ...], keras: tuple[int, ...] = (2, 3)
) -> None:
    """Check an argument that must be one of some words, in lower case.

    Raises:
        InvalidArgument: it is another constant.
    """
    constant = given is None or isinstance(given, int | float | list | tuple | str)
    if constant and given not in allowed:
        one_of = " or ".join(repr(word) for word in allowed)
        raise InvalidArgument(name, one_of, show(given), keras=keras)


def output_size(name: str, given: Argument, keras: tuple[int, ...] = (2, 3)) -> Dim:
    """Give an argument that becomes an axis of the output.

    Keras: ``standardize_shape``, which takes whatever is an integer of at least 0, and None.

    Raises:
        InvalidArgument: it is a constant of another kind.
    """
    value = given.value if isinstance(given, NumpyInteger) else given
    if value is None:
        return DYNAMIC
    if isinstance(value, float | str | list | tuple | dict) or surely_below(value, 0):
        if not isinstance(value, float | str | list | tuple | dict):
            keras = (3,)  # Keras 2 looks at the sizes only when it sees images.
        raise InvalidArgument(name, "an int of at least 0", show(given), keras=keras)
    if isinstance(value, bool):
        return int(value)
    dim: Dim = value if is_size(value) else Unknown(f"`{name}` is unknown")
    return dim


def check_leading_size(name: str, given: Argument) -> None:
    """Check an argument that becomes the first axis of the output.

    Keras: ``Layer.compute_output_spec`` knows a shape by its first entry, a Python int or None.

    Raises:
        InvalidArgument: it is an integer of numpy.
    """
    if isinstance(given, NumpyInteger):
        raise InvalidArgument(name, "an int", show(given), keras=(3,))
