"""The options that pylint's users set: those of :class:`Settings`, in pylint's form."""

from __future__ import annotations

from dataclasses import Field, fields
from typing import Any

from pylint.lint import PyLinter

from keras_lint.settings import Settings

PREFIX = "keras-"
"""pylint's options live in one name space."""

_CHOICES = {"version": ("auto", "2", "3")}
_TYPES = {bool: ("yn", "<y or n>"), int: ("int", "<int>"), str: ("string", "<string>")}


def definitions() -> tuple[tuple[str, dict[str, Any]], ...]:
    """Give every option as pylint's checkers declare them."""
    return tuple(
        (PREFIX + one.name.replace("_", "-"), _definition(one)) for one in fields(Settings)
    )


def _definition(one: Field[Any]) -> dict[str, Any]:
    kind, metavar = _TYPES[type(one.default)]
    definition: dict[str, Any] = {"default": one.default, "help": one.metadata["help"]}
    if one.name in _CHOICES:
        choices = list(_CHOICES[one.name])
        return definition | {"type": "choice", "choices": choices, "metavar": "<choice>"}
    return definition | {"type": kind, "metavar": metavar}


def settings_of(linter: PyLinter) -> Settings:
    """Give the settings as the user's configuration and command line left them."""
    prefix = PREFIX.replace("-", "_")
    given = {name: getattr(linter.config, prefix + name, None) for name in _names()}
    return Settings().with_options({k: v for k, v in given.items() if v is not None})


def _names() -> list[str]:
    return [one.name for one in fields(Settings)]
