"""What whoever starts the program may set, and what it is if nobody does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.values import Constant, Size, Value
from keras_lint.shapes import Unknown, is_known, with_defaults
from keras_lint.source import Span


@dataclass(frozen=True)
class Preset(Unknown):
    """A setting from outside: unknown, but the program says its ``default``.

    Both arms of a condition on it are run; what follows has the state of the default's arm.
    """

    default: Any = field(default=None, compare=False)


def assumed(value: Value) -> Value:
    """Give a value as it is where nobody sets anything."""
    if isinstance(value, Preset):
        default: Value = value.default
        return default
    if isinstance(value, Size) and not value.open:
        dim = with_defaults(value.dim)
        return Constant(dim) if is_known(dim) else value
    return value


def stripped(value: Value) -> Value:
    """Give the result of something: one that is still a setting that it got is no setting."""
    return Unknown(value.why, value.place) if isinstance(value, Preset) else value


def assumed_arguments(arguments: Arguments) -> Arguments:
    """Give arguments with what is no size as it is where nobody sets anything."""

    def plain(value: Value) -> Value:
        return assumed(value) if isinstance(value, Preset) else value

    return replace(
        arguments,
        positional=tuple(map(plain, arguments.positional)),
        keywords={name: plain(value) for name, value in arguments.keywords.items()},
    )


def on_defaults(
    function: Callable[..., Value], why: str, span: Span, *values: Value
) -> Value | None:
    """Apply a function to values of which some are settings; None where none is."""
    given = [assumed(value) for value in values]
    if all(one is value for one, value in zip(given, values, strict=True)):
        return None
    result = function(*given)
    if isinstance(result, Constant):
        return Preset(why, span, default=result)
    return Unknown(why, span)


PLAIN_FUNCTIONS = frozenset(
    (
        "ast.literal_eval",
        "builtins.eval",
        "builtins.float",
        "builtins.getattr",
        "builtins.int",
        "builtins.len",
        "builtins.list",
        "builtins.max",
        "builtins.min",
        "builtins.str",
        "builtins.tuple",
        "json.loads",
    )
)
"""Functions whose results stand for what the default gives, as a number's symbol does."""
