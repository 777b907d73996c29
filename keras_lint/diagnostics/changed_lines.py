"""The lines that a fix changes, as a reader wants to see them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from operator import eq

from keras_lint.diagnostics.diagnostic import Applicability, Edit, Fix
from keras_lint.diagnostics.edits import apply
from keras_lint.source import SourceText, Span


@dataclass(frozen=True)
class ChangedLine:
    """A line with ``~`` where it replaces one that is shown, else ``+`` or ``-``.

    ``number`` counts in the old text for ``-``, in the new text otherwise. ``starts_hunk``
    is set where unchanged lines lie in front.
    """

    number: int
    marker: str
    text: str
    starts_hunk: bool = False


def changed_lines(source: SourceText, fix: Fix, shown: Container[int]) -> list[ChangedLine]:
    """Give the changed lines of one file in order.

    Args:
        source: the file before the fix.
        fix: the fix; edits of other files are passed over.
        shown: numbers of the old lines that the reader already has in front of them.
    """
    lines = source.lines()
    found: list[ChangedLine] = []
    growth = 0
    last_old = 0
    for edits in _edits_by_lines(source, fix):
        first, last = edits[0].span.line, max(edit.span.end_line for edit in edits)
        old = lines[first - 1 : last]
        new = _edited(old, edits)
        hunk = list(_hunk(old, new, first, growth, shown, whole=edits[0].span.column == 0))
        if hunk and found and first > last_old + 1:
            hunk[0] = replace(hunk[0], starts_hunk=True)
        found += hunk
        growth += len(new) - len(old)
        last_old = last
    return found


def _edits_by_lines(source: SourceText, fix: Fix) -> Iterator[list[Edit]]:
    """Group the edits that share a line."""
    group: list[Edit] = []
    ordered = (edit for edit in fix.edits if edit.span.path == source.path)
    for edit in sorted(ordered, key=lambda edit: edit.span):
        if group and edit.span.line > max(other.span.end_line for other in group):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _edited(lines: list[str], edits: list[Edit]) -> list[str]:
    """Apply edits to some lines alone."""
    above = edits[0].span.line - 1
    moved = tuple(Edit(_moved(edit.span, above), edit.replacement) for edit in edits)
    fix = Fix("", moved, Applicability.DISPLAY)
    return SourceText("", apply("\n".join(lines), [fix]).text).lines()


def _moved(span: Span, above: int) -> Span:
    return replace(span, line=span.line - above, end_line=span.end_line - above)


def _hunk(
    old: list[str], new: list[str], first: int, growth: int, shown: Container[int], *, whole: bool
) -> Iterator[ChangedLine]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    removed, added = old[head : len(old) - tail], new[head : len(new) - tail]
    if not removed and added and len(old) == 1 and not whole:
        # Put into the middle of a line: the line itself tells where.
        head, removed, added = 0, old, new
    start = first + head
    if removed and added and all(start + i in shown for i in range(len(removed))):
        yield from _marked("~", start + growth, added)
    else:
        yield from _marked("-", start, removed)
        yield from _marked("+", start + growth, added)


def _marked(marker: str, start: int, lines: list[str]) -> Iterator[ChangedLine]:
    for number, line in enumerate(lines, start):
        yield ChangedLine(number, marker, line)


def _common(one: list[str], other: list[str]) -> int:
    """Count the equal lines at the start of two texts."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))
