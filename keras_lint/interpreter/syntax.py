"""From text to syntax trees. The only place that parses."""

from __future__ import annotations

import warnings

from astroid import nodes
from astroid.builder import AstroidBuilder
from astroid.exceptions import AstroidSyntaxError
from astroid.manager import AstroidManager

from keras_lint.interpreter import leniency
from keras_lint.interpreter.leniency import ParseFailure
from keras_lint.source import SourceText

__all__ = ["ParseFailure", "check_syntax", "parse", "parse_leniently"]


def parse(source: SourceText, name: str) -> nodes.Module:
    """Parse a file without running astroid's transforms, which infer into other modules.

    Raises:
        ParseFailure: the text is no valid Python.
    """
    builder = AstroidBuilder(AstroidManager(), apply_transforms=False)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of strange escapes in the user's strings
            # Not `string_build`: its post-processing imports what `import *` names.
            module, _ = builder._data_build(source.text, name, source.path)
    except AstroidSyntaxError as error:
        cause = error.error
        line = getattr(cause, "lineno", None) or 1
        column = getattr(cause, "offset", None) or 1
        raise ParseFailure(getattr(cause, "msg", str(cause)), line, column) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise ParseFailure(str(error) or type(error).__name__, 1, 1) from None
    return module


def parse_leniently(source: SourceText, name: str) -> tuple[nodes.Module, tuple[ParseFailure, ...]]:
    """Parse a file without the statements in it that are no Python, which are given too.

    Raises:
        ParseFailure: too much of the text is no Python.
    """
    try:
        return parse(source, name), ()
    except ParseFailure:
        text, left_out = leniency.leave_out(source)
        return parse(SourceText(source.path, text), name), left_out


def check_syntax(source: SourceText) -> tuple[ParseFailure, ...]:
    """Give what in a file is no Python, without making a tree that nobody asks for.

    Raises:
        ParseFailure: too much of the text is no Python.
    """
    if leniency.first_failure(source.text) is None:
        return ()
    return leniency.leave_out(source)[1]
