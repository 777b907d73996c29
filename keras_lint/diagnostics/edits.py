"""Fixes applied to source text."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from keras_lint.diagnostics.diagnostic import Edit, Fix

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Applied:
    """A text after fixes, with the fixes that are in it and those that stood in their way."""

    text: str
    applied: tuple[Fix, ...]
    left_out: tuple[Fix, ...]


@dataclass(frozen=True)
class _Replacement:
    """An edit with its place as offsets into the text."""

    start: int
    end: int
    text: str
    whole_lines: bool
    """An insertion of whole lines: the same one, asked for twice, is made once."""

    def place(self) -> tuple[int, int]:
        """Order by place; an insertion goes in front of the text that it touches."""
        return (self.start, self.end)

    def collides(self, other: _Replacement) -> bool:
        """Tell whether the result of both would depend on their order."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


def apply(text: str, fixes: Sequence[Fix]) -> Applied:
    """Apply the fixes to the text of the one file that their edits name.

    A fix is applied as a whole or not at all; of two that collide the earlier one wins.
    New lines end as the line does that the edit starts on, all other text stays as it is.
    """
    places = _Places(text)
    done: list[_Replacement] = []
    applied: list[Fix] = []
    left_out: list[Fix] = []
    for fix in fixes:
        found = places.replacements(fix)
        missing = [new for new in found if not (new.whole_lines and new in done)]
        if any(new.collides(old) for new in missing for old in done):
            left_out.append(fix)
        else:
            done += missing
            applied.append(fix)
    return Applied(
        "".join(_pieces(text, sorted(done, key=_Replacement.place))),
        tuple(applied),
        tuple(left_out),
    )


def unified_diff(path: str, old: str, new: str) -> str:
    """Give the change of one file as a unified diff, empty where nothing changed."""
    lines = difflib.unified_diff(_split(old), _split(new), path, path)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _split(text: str) -> list[str]:
    # Not `splitlines`, which also ends lines at form feeds and other separators.
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _pieces(text: str, replacements: Sequence[_Replacement]) -> Iterator[str]:
    position = 0
    for replacement in replacements:
        yield text[position : replacement.start]
        yield replacement.text
        position = replacement.end
    yield text[position:]


class _Places:
    """Where the lines of a text start and how they end."""

    def __init__(self, text: str) -> None:
        ends = list(_LINE_END.finditer(text))
        self._starts = [0, *(end.end() for end in ends)]
        self._stops = [*(end.start() for end in ends), len(text)]
        self._ends = [end.group() for end in ends]

    def replacements(self, fix: Fix) -> list[_Replacement]:
        """Give the edits of a fix in the order of the text."""
        found = sorted(map(self._replacement, fix.edits), key=_Replacement.place)
        for before, after in pairwise(found):
            if after.start < before.end:
                raise AssertionError(f"the edits of one fix do not overlap: {fix.title}")
        return found

    def _replacement(self, edit: Edit) -> _Replacement:
        span = edit.span
        start = self._offset(span.line, span.column)
        end = self._offset(span.end_line, span.end_column)
        if end < start:
            raise AssertionError(f"an edit ends after its start: {span}")
        text = _LINE_END.sub(self._line_end(span.line), edit.replacement)
        whole_lines = start == end and span.column == 0 and edit.replacement.endswith("\n")
        return _Replacement(start, end, text, whole_lines)

    def _offset(self, line: int, column: int) -> int:
        if line == len(self._starts) + 1 and column == 0:
            return self._stops[-1]  # past a last line that has no end
        if not 1 <= line <= len(self._starts):
            raise AssertionError(f"an edit lies in the text: line {line} of {len(self._starts)}")
        offset = self._starts[line - 1] + column
        if not 0 <= column <= self._stops[line - 1] - self._starts[line - 1]:
            raise AssertionError(f"an edit lies in the text: column {column} of line {line}")
        return offset

    def _line_end(self, line: int) -> str:
        if not self._ends:
            return "\n"
        return self._ends[min(line, len(self._ends)) - 1]
