"""From text to syntax trees. The only place that parses."""

from __future__ import annotations

from astroid import nodes
from astroid.builder import AstroidBuilder
from astroid.exceptions import AstroidSyntaxError
from astroid.manager import AstroidManager

from keras_lint.source import SourceText


class ParseFailure(Exception):
    """A text that is no Python: where, and what the parser says."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def parse(source: SourceText, name: str) -> nodes.Module:
    """Parse a file without running astroid's transforms, which infer into other modules.

    Raises:
        ParseFailure: the text is no valid Python.
    """
    builder = AstroidBuilder(AstroidManager(), apply_transforms=False)
    try:
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
