"""``os.path`` on texts that are known, and ``sys.path``, along which modules are found."""

from __future__ import annotations

import os
from pathlib import Path

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.values import NONE, Constant, Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span


@handles_each(
    "os.path.abspath",
    "os.path.basename",
    "os.path.dirname",
    "os.path.join",
    "os.path.normpath",
    "os.path.realpath",
)
def path_function(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Compute a path as text; relative ones lead from the folder of the analyzed file."""
    texts = [one.value for one in arguments.positional if isinstance(one, Constant)]
    plain = texts and len(texts) == len(arguments.positional) and not arguments.keywords
    if not plain or not all(isinstance(one, str) for one in texts):
        return Unknown("a path that is not known", span)
    last = name.rpartition(".")[2]
    if last in ("abspath", "realpath"):
        return Constant(os.path.normpath(Path(_folder(run), *texts)))
    try:
        return Constant(getattr(os.path, last)(*texts))
    except TypeError:
        return Unknown("a path that is not known", span)


@handles("os.getcwd")
def working_directory(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give the folder of the analyzed file, where a script is started as a rule."""
    return Constant(_folder(run))


@handles(
    "sys.path.append",
    "sys.path.insert",
)
def search_along(run: Context, arguments: Arguments, span: Span) -> Value:
    """Look for the project's modules in one more folder."""
    given = arguments.positional[-1] if arguments.positional else None
    if isinstance(given, Constant) and isinstance(given.value, str):
        run.search_along(Path(_folder(run)) / given.value)
    return NONE


def _folder(run: Context) -> str:
    return str(Path(run.path).absolute().parent)
