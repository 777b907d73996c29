"""From text to syntax trees. The only place that parses."""

from __future__ import annotations

from pathlib import Path

from astroid import nodes
from astroid.manager import AstroidManager
from astroid.rebuilder import TreeRebuilder

from keras_lint.interpreter import leniency
from keras_lint.interpreter.leniency import ParseFailure
from keras_lint.source import SourceText

__all__ = ["ParseFailure", "check_syntax", "parse", "parse_leniently"]


def parse(source: SourceText, name: str) -> nodes.Module:
    """Parse a file without running astroid's transforms, which infer into other modules.

    Raises:
        ParseFailure: the text is no valid Python.
    """
    # Not `AstroidBuilder`: it builds the trees of Python's builtins first and imports what
    # `import *` names; nothing here asks for either.
    rebuilder = TreeRebuilder(AstroidManager(), data=source.text)
    package = Path(source.path).stem == "__init__"
    try:
        tree = leniency.checked_tree(source.text)
        return rebuilder.visit_module(tree, name, source.path, package)
    except SyntaxError as error:
        raise ParseFailure(error.msg, error.lineno or 1, error.offset or 1) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise ParseFailure(str(error) or type(error).__name__, 1, 1) from None


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
