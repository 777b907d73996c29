"""Reading the files that a command is given: folders expanded, every failure a clear line."""

from __future__ import annotations

import os
import sys
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from keras_lint.engine import Report
from keras_lint.source import SourceText

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
    """Give the Python files behind some paths, in the order given; folders are walked."""
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
            if file.endswith(".py"):
                path = os.path.join(current, file)  # noqa: PTH118 - likewise
                yield path.removeprefix(_HERE) if folder == os.curdir else path


def read(path: str) -> SourceText | Unreadable:
    """Read one file in the encoding that it declares."""
    try:
        with Path(path).open("rb") as stream:
            encoding, _ = tokenize.detect_encoding(stream.readline)
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
        return SourceText(path, data.decode(encoding))
    except UnicodeDecodeError:
        return Unreadable(path, f"is not valid {encoding}")


def complain(place: str, message: str) -> None:
    """Say on standard error, in one line, what could not be done."""
    sys.stderr.write(f"{place}: {' '.join(message.split())}\n")


def complain_of_syntax(report: Report) -> None:
    """Say in one line what in a file is no Python, and what became of it."""
    fault = report.fault
    if fault is None:
        return
    place = f"{report.source.path}:{fault.line}:{fault.column}"
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
