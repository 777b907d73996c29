"""Source lines with marks and labels below them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.text import Text

from keras_lint.diagnostics.visible import cells, one_line, visible
from keras_lint.source import SourceText, Span

GUTTER_STYLE = "bold blue"
SECONDARY_STYLE = "bold blue"


@dataclass(frozen=True)
class Gutter:
    """The column of line numbers, as wide as the widest number that is shown."""

    width: int

    def bar(self) -> Text:
        """Give the gutter of a line without number."""
        return Text.assemble((" " * self.width + " |", GUTTER_STYLE))

    def number(self, number: int, marker: str = "|", style: str = GUTTER_STYLE) -> Text:
        """Give the gutter of a source line."""
        return Text.assemble((f"{number:>{self.width}} ", GUTTER_STYLE), (marker, style))

    def arrow(self, arrow: str) -> Text:
        """Give ``-->`` or ``:::`` so that its middle stands above the bar."""
        return Text.assemble((" " * self.width + arrow, GUTTER_STYLE))


@dataclass(frozen=True)
class Mark:
    """A range of one line, in cells, and what is said about it."""

    start: int
    end: int
    text: str
    style: str
    primary: bool

    @property
    def character(self) -> str:
        """What the range is underlined with."""
        return "^" if self.primary else "-"


@dataclass(frozen=True)
class MarkedSpan:
    """A span of the file to show, what is said about it, and how it looks."""

    span: Span
    text: str
    style: str
    primary: bool


def gap() -> Text:
    """Give the line that stands for lines left out."""
    return Text.assemble(("...", GUTTER_STYLE))


def excerpt(source: SourceText, spans: Sequence[MarkedSpan], gutter: Gutter) -> Iterator[Text]:
    """Give the lines that the spans start on, with marks; ``...`` stands for a gap.

    A span over several lines is marked on its first. A gap of one line is shown instead.
    """
    lines = source.lines()
    marked: defaultdict[int, list[Mark]] = defaultdict(list)
    for span in spans:
        marked[span.span.line].append(_mark(lines[span.span.line - 1], span))
    previous = None
    for number in shown_lines(spans):
        if previous is not None and number > previous + 1:
            yield gap()
        yield with_gutter(gutter.number(number), visible(lines[number - 1]))
        for row in mark_rows(marked[number]) if number in marked else ():
            yield gutter.bar().append(" ").append_text(row)
        previous = number


def shown_lines(spans: Iterable[MarkedSpan]) -> list[int]:
    """Give the numbers of the lines that an excerpt shows."""
    shown: list[int] = []
    for number in sorted({span.span.line for span in spans}):
        if shown and number == shown[-1] + 2:
            shown.append(number - 1)
        shown.append(number)
    return shown


def with_gutter(gutter: Text, line: str) -> Text:
    """Put a visible source line behind its gutter, without white space at its end."""
    line = line.rstrip()
    return gutter.append(f" {line}") if line else gutter


def _mark(line: str, marked: MarkedSpan) -> Mark:
    span = marked.span
    stop = len(line.rstrip()) if span.end_line > span.line else span.end_column
    start = cells(line, span.column)
    end = max(cells(line, stop), start + 1)
    return Mark(start, end, one_line(marked.text), marked.style, marked.primary)


def mark_rows(marks: Sequence[Mark]) -> Iterator[Text]:
    """Give the rows below a source line.

    The last mark has its text beside it if nothing overlaps it; the texts of the others hang
    below their marks, the rightmost first, so that no line crosses a text.
    """
    beside = _beside(marks)
    row = _underlines(marks)
    if beside is not None:
        row.append(f" {beside.text}", beside.style)
    yield row
    hanging = [mark for mark in marks if mark.text and mark is not beside]
    hanging.sort(key=lambda mark: mark.start)
    if hanging:
        yield _stems(hanging)
    while hanging:
        mark = hanging.pop()
        stems = _stems([other for other in hanging if other.start < mark.start])
        stems.append(" " * (mark.start - len(stems)))
        yield stems.append(mark.text, mark.style)


def _beside(marks: Sequence[Mark]) -> Mark | None:
    last = max(marks, key=lambda mark: (mark.start, mark.end))
    free = all(mark is last or mark.end <= last.start for mark in marks)
    return last if last.text and free else None


def _underlines(marks: Iterable[Mark]) -> Text:
    """Underline every mark; a shorter one lies over a longer one, else it would vanish."""
    over: dict[int, Mark] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start - mark.end, mark.primary)):
        over.update(dict.fromkeys(range(mark.start, mark.end), mark))
    row = Text()
    for at, run in groupby(over.get(cell) for cell in range(max(over) + 1)):
        length = len(list(run))
        row.append(at.character * length if at else " " * length, at.style if at else None)
    return row


def _stems(marks: Iterable[Mark]) -> Text:
    row = Text()
    for mark in marks:
        if mark.start >= len(row):
            row.append(" " * (mark.start - len(row))).append("|", mark.style)
    return row
