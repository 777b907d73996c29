"""Places in source code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """A range of one file; lines are 1-based, columns 0-based and counted in characters.

    ``end_column`` is exclusive. A span starts where the expression starts that it names.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column + 1}"

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return (
            self.path == other.path
            and (self.line, self.column) <= (other.line, other.column)
            and (other.end_line, other.end_column) <= (self.end_line, self.end_column)
        )


@dataclass(frozen=True)
class SourceText:
    """The text of one file, as it was read, with its lines."""

    path: str
    text: str

    def lines(self) -> list[str]:
        """Give the lines without their ends, as editors count them."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def slice(self, span: Span) -> str:
        """Give the source text that a span covers."""
        lines = self.lines()[span.line - 1 : span.end_line]
        if not lines:
            return ""
        lines[-1] = lines[-1][: span.end_column]
        lines[0] = lines[0][span.column :]
        return "\n".join(lines)

    def locate(self, span: Span) -> Span:
        """Give the place that a user knows for a span of this text: the same, in a file."""
        return span

    def parts(self) -> tuple[SourceText, ...]:
        """Give the texts that such places name: this one, in a file."""
        return (self,)
