"""Reading the files that a command is given: folders expanded, every failure a clear line."""

from __future__ import annotations

import codecs
import os
import sys
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from keras_lint import engine
from keras_lint.engine import Report
from keras_lint.notebooks import BadNotebook, is_notebook, read_notebook, with_cell_faults
from keras_lint.settings import Settings
from keras_lint.source import SourceText, Span

_SKIPPED_FOLDERS = {
    "__pycache__", "node_modules", "site-packages", "venv", "env", "build", "dist", ".git",
    ".hg", ".tox", ".nox", ".venv", ".mypy_cache", ".ruff_cache", ".eggs",
}  # fmt: skip

_HERE = f"{os.curdir}{os.sep}"


@dataclass(frozen=True)
class Unreadable:
    """A path that could not be read, and why, in one line."""

    path: str
    message: str


def expand(paths: Iterable[str]) -> Iterator[str | Unreadable]:
    """Give the files and notebooks behind some paths, in the order given; folders are walked."""
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - as given, not normalized
            yield path
            continue
        found = list(_walk(path))
        if not found:
            yield Unreadable(path, "the folder holds no Python files")
        yield from found


def _walk(folder: str) -> Iterator[str]:
    for current, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in _SKIPPED_FOLDERS and f[:1] != ".")
        for file in sorted(files):
            if file.endswith(".py") or is_notebook(file):
                path = os.path.join(current, file)  # noqa: PTH118 - likewise
                yield path.removeprefix(_HERE) if folder == os.curdir else path


@dataclass(frozen=True)
class Stored:
    """A file with its bytes and the encoding that turns them into its text."""

    source: SourceText
    data: bytes
    encoding: str


def read(path: str) -> SourceText | Unreadable:
    """Read one file in the encoding that it declares, a notebook as the program in it."""
    stored = read_stored(path)
    return stored if isinstance(stored, Unreadable) else stored.source


def read_stored(path: str) -> Stored | Unreadable:
    """Read one file, and keep what is needed to write it."""
    notebook = is_notebook(path)
    try:
        with Path(path).open("rb") as stream:
            encoding = _encoding(stream, notebook=notebook)
            stream.seek(0)
            data = stream.read()
    except FileNotFoundError:
        return Unreadable(path, "no such file")
    except IsADirectoryError:
        return Unreadable(path, "is a folder")
    except SyntaxError:
        return Unreadable(path, "is no text: its encoding cannot be told")
    except OSError as error:
        return Unreadable(path, error.strerror or "cannot be read")
    if b"\0" in data:
        return Unreadable(path, "is a binary file")
    try:
        text = data.decode(encoding)
        source = read_notebook(path, text) if notebook else SourceText(path, text)
    except UnicodeDecodeError:
        return Unreadable(path, f"is not valid {encoding}")
    except BadNotebook as error:
        return Unreadable(path, str(error))
    return Stored(source, data, encoding)


def _encoding(stream: BinaryIO, *, notebook: bool) -> str:
    if notebook:
        return "utf-8-sig" if stream.read(3) == codecs.BOM_UTF8 else "utf-8"
    return tokenize.detect_encoding(stream.readline)[0]


def analyze(source: SourceText, settings: Settings, *, rules: Sequence[str]) -> Report:
    """Analyze a file, with what is no Python in the cells of a notebook."""
    return with_cell_faults(engine.analyze(source, settings, rules=rules))


def complain(place: str, message: str) -> None:
    """Say on standard error, in one line, what could not be done."""
    sys.stderr.write(f"{place}: {' '.join(message.split())}\n")


def complain_of_syntax(report: Report) -> None:
    """Say in one line what in a file is no Python, and what became of it."""
    fault = report.fault
    if fault is None:
        return
    column = max(fault.column - 1, 0)
    span = Span(report.source.path, fault.line, column, fault.line, column)
    place = str(report.source.locate(span))
    more = len(report.left_out) - 1
    if more < 0:
        complain(place, f"syntax error: {fault.message}; the file was not analyzed")
        return
    others = f" (and {more} more {'place' if more == 1 else 'places'})" if more else ""
    without = "without these" if more else "without it"
    complain(
        place,
        f"syntax error: {fault.message}{others}; the rest of the file is analyzed {without}",
    )
