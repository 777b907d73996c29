"""Functions of libraries that need more than shapes: found by canonical name, loaded lazily."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.values import Value
from keras_lint.source import Span

if TYPE_CHECKING:
    from keras_lint.interpreter.context import Context

Handler: TypeAlias = "Callable[[Context, Arguments, Span], Value]"
Function = TypeVar("Function", bound=Callable[..., Value])

_DECLARATION = re.compile(r"^@handles(?:_each)?\(([^)]*)\)", re.MULTILINE)
_NAME = re.compile(r'"([\w.]+)"')
_LIBRARIES = Path(__file__).parent / "libraries"


def handles(*names: str) -> Callable[[Function], Function]:
    """Declare a handler under the canonical names that it serves, written out as strings."""

    def declare(function: Function) -> Function:
        function.handled_names = names  # type: ignore[attr-defined]
        return function

    return declare


def handles_each(*names: str) -> Callable[[Function], Function]:
    """Declare a handler that is told, as its first argument, which of its names was called."""

    def declare(function: Function) -> Function:
        function.handled_names = names  # type: ignore[attr-defined]
        function.wants_name = True  # type: ignore[attr-defined]
        return function

    return declare


@cache
def handler_modules() -> dict[str, str]:
    """Map every handled name to the module that handles it, without importing any."""
    found: dict[str, str] = {}
    for path in sorted(_LIBRARIES.glob("*.py")):
        for names in _DECLARATION.findall(path.read_text(encoding="utf-8")):
            for name in _NAME.findall(names):
                found[name] = f"{__package__}.libraries.{path.stem}"
    return found


@cache
def find_handler(name: str) -> Handler | None:
    """Give the handler of a canonical name, or None."""
    module = handler_modules().get(name)
    if module is None:
        return None
    for function in vars(import_module(module)).values():
        if name in getattr(function, "handled_names", ()):
            if getattr(function, "wants_name", False):
                return partial(function, name)
            return function  # type: ignore[no-any-return]
    return None
