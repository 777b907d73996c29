"""From syntax nodes to places: astroid's byte columns become characters here, and only here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keras_lint.source import Span

if TYPE_CHECKING:
    from astroid import nodes  # third party, for the type checker alone


class Spans:
    """Gives the span of any node of one file."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._lines = None if text.isascii() else text.split("\n")

    def of(self, node: nodes.NodeNG) -> Span:
        """Give the place of a node."""
        line, end_line = node.lineno or 1, node.end_lineno or node.lineno or 1
        column = self._characters(line, node.col_offset or 0)
        end_column = self._characters(end_line, node.end_col_offset or 0)
        return Span(self.path, line, column, end_line, end_column)

    def _characters(self, line: int, column: int) -> int:
        if self._lines is None or line > len(self._lines):
            return column
        text = self._lines[line - 1]
        if text.isascii():
            return column
        return len(text.encode("utf-8")[:column].decode("utf-8", "ignore"))
