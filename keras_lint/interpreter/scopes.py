"""Looking up names: function scopes, the module, Python's builtins."""

from __future__ import annotations

import builtins
from pathlib import Path

from keras_lint.interpreter.context import Context
from keras_lint.interpreter.heap import MISSING
from keras_lint.interpreter.names import guessed_name
from keras_lint.interpreter.values import Constant, External, Frame, Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span

_BUILTINS = frozenset(dir(builtins))


def lookup(run: Context, name: str, frame: Frame, span: Span) -> Value:
    """Give the value that a name has here."""
    scope: Frame | None = frame
    if name in frame.globals:
        scope = frame.module.frame
    while scope is not None:
        if scope.kind != "class" or scope is frame:
            value = scope.cells.get(name, MISSING)
            if value is not MISSING:
                return value  # type: ignore[no-any-return]
        scope = scope.parent
    if name == "__name__":
        return _module_name(run, frame)
    if name == "__file__":
        return Constant(str(Path(frame.module.path).absolute()))
    if name in _BUILTINS:
        return External(f"builtins.{name}", name)
    if run.guesses_imports:
        guessed = guessed_name(name)
        if guessed is not None:
            run.has_guessed = True
            return External(guessed, name)
    return Unknown(f"`{name}` is not defined in code that was followed", span)


def _module_name(run: Context, frame: Frame) -> Value:
    from_outside = frame.module.path != run.path
    return Constant(frame.module.name if from_outside else "__main__")


def assign(run: Context, frame: Frame, name: str, value: Value) -> None:
    """Bind a name where Python would: here, or where ``global`` and ``nonlocal`` say."""
    target = frame
    if name in frame.globals:
        target = frame.module.frame
    elif name in frame.nonlocals:
        scope = frame.parent
        while scope is not None and (scope.kind != "function" or name not in scope.cells):
            scope = scope.parent
        target = scope or frame
    run.heap.set(target, name, value)
