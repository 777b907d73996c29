"""What Keras refuses, as exceptions: never the same thing as not knowing."""

from __future__ import annotations


class Refusal(Exception):
    """Keras raises here, for every value that the unknown parts can take.

    Args:
        expected: what Keras needs, a phrase ("an input with 4 axes").
        found: what the code gives, a phrase ("(None, 28, 28)").
        keras: the major versions of Keras that refuse it.
        remedy: how to write it instead, a phrase in the imperative, or None.
    """

    def __init__(
        self,
        expected: str,
        found: str,
        *,
        keras: tuple[int, ...] = (2, 3),
        remedy: str | None = None,
    ) -> None:
        super().__init__(f"expected {expected}, found {found}")
        self.expected = expected
        self.found = found
        self.keras = keras
        self.remedy = remedy


class InvalidShape(Refusal):
    """An input that a layer or an operation does not take.

    ``axis`` is the axis of the input that does not fit, where there is one.
    """

    def __init__(
        self,
        expected: str,
        found: str,
        *,
        axis: int | None = None,
        keras: tuple[int, ...] = (2, 3),
        remedy: str | None = None,
    ) -> None:
        super().__init__(expected, found, keras=keras, remedy=remedy)
        self.axis = axis


class InvalidArgument(Refusal):
    """An argument that a constructor or a function does not take.

    ``argument`` is its name; ``kind`` is ``value``, ``unknown`` (no such argument),
    ``removed`` (a former Keras had it), ``missing``, ``surplus`` (too many
    positional) or ``object`` (a value that may be the name of a custom object).
    """

    def __init__(
        self,
        argument: str,
        expected: str,
        found: str,
        *,
        kind: str = "value",
        keras: tuple[int, ...] = (2, 3),
        remedy: str | None = None,
    ) -> None:
        super().__init__(expected, found, keras=keras, remedy=remedy)
        self.argument = argument
        self.kind = kind
