"""A notebook as one program of Python, read from its JSON and written back into it."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Any

from keras_lint.diagnostics.diagnostic import Fix
from keras_lint.diagnostics.edits import apply
from keras_lint.interpreter.syntax import ParseFailure
from keras_lint.notebooks import json_places
from keras_lint.notebooks.magics import as_python
from keras_lint.source import SourceText, Span

_SEPARATOR = "# %% keras-lint: cell {}"
_KINDS = {"code"}


class BadNotebook(Exception):
    """A file that is no notebook, or one that cannot be written, with the reason."""


def is_notebook(path: str) -> bool:
    """Tell from its name whether a file is a notebook."""
    return path.endswith(".ipynb")


@dataclass(frozen=True)
class Cell(SourceText):
    """A code cell: ``text`` is its source, ``path`` names the file and the cell.

    ``number`` counts all cells from 1; ``first_line`` is the line of the program that holds
    its first one; ``start`` and ``end`` are where its source stands in the JSON.
    """

    number: int
    first_line: int
    start: int
    end: int


@dataclass(frozen=True)
class Notebook(SourceText):
    """A notebook whose ``text`` is the program that its code cells make together.

    In front of each cell stands a comment as a separator. ``original`` has the same lines as
    ``text``, with what is no Python in them: what is shown, and what fixes edit.
    """

    original: str
    stored: str
    cells: tuple[Cell, ...]
    failures: tuple[ParseFailure, ...]
    read_only: str | None = None

    def locate(self, span: Span) -> Span:
        """Give the place in a cell for a place in the program."""
        cell = self._cell_at(span.line) if span.path == self.path else None
        if cell is None:
            return span
        above = cell.first_line - 1
        return replace(span, path=cell.path, line=span.line - above, end_line=span.end_line - above)

    def parts(self) -> tuple[SourceText, ...]:
        """Give the code cells."""
        return self.cells

    def fixed(self, fixes: tuple[Fix, ...]) -> Notebook:
        """Give the notebook with fixes in it, whose edits name places of the program.

        Raises:
            BadNotebook: it cannot be written.
        """
        if self.read_only:
            raise BadNotebook(self.read_only)
        sources = self._sources(apply(self.original, fixes).text)
        stored = self.stored
        for cell, source in reversed(list(zip(self.cells, sources, strict=True))):
            if source != cell.text:
                new = json_places.rewritten_source(stored, cell.start, cell.end, source)
                stored = stored[: cell.start] + new + stored[cell.end :]
        return read_notebook(self.path, stored)

    def _sources(self, program: str) -> list[str]:
        """Split a program at its separators."""
        sources = []
        rest = program
        for cell in self.cells:
            before, separator, rest = rest.partition(_SEPARATOR.format(cell.number) + "\n")
            if not separator:
                raise BadNotebook("the fixes would merge cells")
            sources.append(before)
        sources.append(rest)
        if sources[0].strip():
            raise BadNotebook("the fixes would write in front of the first cell")
        return [source.removesuffix("\n") for source in sources[1:]]

    def _cell_at(self, line: int) -> Cell | None:
        index = bisect_right([cell.first_line for cell in self.cells], line) - 1
        return self.cells[index] if index >= 0 else None


def read_notebook(path: str, stored: str) -> Notebook:
    """Read a notebook.

    Args:
        path: its name.
        stored: the text of its file.

    Raises:
        BadNotebook: it is none.
    """
    try:
        content = json.loads(stored, strict=False)
    except (ValueError, RecursionError) as error:
        raise BadNotebook(f"is no notebook: {error}") from None
    if not isinstance(content, dict):
        raise BadNotebook("is no notebook: its JSON is no object")
    old = "worksheets" in content
    if not old and not isinstance(content.get("cells"), list):
        raise BadNotebook("is no notebook: it has no cells")
    found = _old_cells(content) if old else _cells(stored, content)
    if not _is_python(content):
        found = []
    return _program(path, stored, found, "a notebook of format 3 is only read" if old else None)


def _program(
    path: str, stored: str, found: list[tuple[int, str, int, int]], read_only: str | None
) -> Notebook:
    text: list[str] = []
    original: list[str] = []
    cells = []
    failures = []
    line = 1
    for number, source, start, end in found:
        cell_path = f"{path}:cell {number}"
        count = len(SourceText(path, source).lines())
        cells.append(Cell(cell_path, source, number, line + 1, start, end))
        unified = source.replace("\r\n", "\n").replace("\r", "\n")
        plain, faults = as_python(cell_path, unified)
        for fault in faults:
            failures.append(ParseFailure(fault.message, line + fault.line, fault.column))
        separator = _SEPARATOR.format(number)
        text.append(f"{separator}\n{plain}\n")
        original.append(f"{separator}\n{source}\n")
        line += 1 + count
    return Notebook(
        path, "".join(text), "".join(original), stored, tuple(cells), tuple(failures), read_only
    )


def _cells(stored: str, content: dict[str, Any]) -> list[tuple[int, str, int, int]]:
    """Give number, source and range of each code cell."""
    array = json_places.member(stored, 0, "cells")
    if array is None:
        return []
    found = []
    places = json_places.members(stored, array.start)
    for number, (cell, place) in enumerate(zip(content["cells"], places, strict=True), 1):
        if not isinstance(cell, dict) or cell.get("cell_type") not in _KINDS:
            continue
        source = json_places.member(stored, place.start, "source")
        if source is not None:
            found.append((number, _joined(cell.get("source")), source.start, source.end))
    return found


def _old_cells(content: dict[str, Any]) -> list[tuple[int, str, int, int]]:
    sheets = content["worksheets"]
    cells = [
        cell
        for sheet in (sheets if isinstance(sheets, list) else ())
        if isinstance(sheet, dict) and isinstance(sheet.get("cells"), list)
        for cell in sheet["cells"]
    ]
    return [
        (number, _joined(cell.get("input")), 0, 0)
        for number, cell in enumerate(cells, 1)
        if isinstance(cell, dict) and cell.get("cell_type") in _KINDS
    ]


def _joined(source: Any) -> str:
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""


def _is_python(content: dict[str, Any]) -> bool:
    metadata = content.get("metadata")
    if not isinstance(metadata, dict):
        return True
    languages = []
    for table, key in (("language_info", "name"), ("kernelspec", "language")):
        said = metadata.get(table)
        if isinstance(said, dict) and isinstance(said.get(key), str):
            languages.append(said[key].lower())
    return not languages or any("python" in one for one in languages)
