"""Reading the files that a command is given: folders expanded, every failure a clear line."""

from __future__ import annotations

import os
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from keras_lint.source import SourceText

_SKIPPED_FOLDERS = {
    "__pycache__", "node_modules", "site-packages", "venv", "env", "build", "dist", ".git",
    ".hg", ".tox", ".nox", ".venv", ".mypy_cache", ".ruff_cache", ".eggs",
}  # fmt: skip


@dataclass(frozen=True)
class Unreadable:
    """A path that could not be read, and why, in one line."""

    path: str
    message: str


def expand(paths: Iterable[str]) -> Iterator[str | Unreadable]:
    """Give the Python files behind some paths, in the order given; folders are walked."""
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        found = list(_walk(path))
        if not found:
            yield Unreadable(path, "the folder holds no Python files")
        yield from found


def _walk(folder: str) -> Iterator[str]:
    for current, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in _SKIPPED_FOLDERS and f[:1] != ".")
        yield from (os.path.join(current, file) for file in sorted(files) if file.endswith(".py"))


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
