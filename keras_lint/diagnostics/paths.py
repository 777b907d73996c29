"""Paths of files as other programs want them."""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote

_ABSOLUTE_ON_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\\\")
_CELL = re.compile(r"(?P<file>.+\.ipynb):(?P<cell>cell \d+)")


def split_cell(path: str) -> tuple[str, str | None]:
    """Split ``nb.ipynb:cell 7`` into the file and the cell; a file of Python has no cell."""
    found = _CELL.fullmatch(path)
    return (found["file"], found["cell"]) if found else (path, None)


def with_slashes(path: str, *, windows: bool = os.sep == "\\") -> str:
    """Give a path with ``/`` between its parts.

    Args:
        path: a path; one with a drive letter is known to be of Windows.
        windows: whether a backslash in any other path separates.
    """
    if windows or _ABSOLUTE_ON_WINDOWS.match(path):
        return PureWindowsPath(path).as_posix()
    return path


def uri(path: str, *, windows: bool = os.sep == "\\") -> str:
    """Give ``file:///...`` for an absolute path, a relative reference for a relative one."""
    if _ABSOLUTE_ON_WINDOWS.match(path):
        return PureWindowsPath(path).as_uri()
    if path.startswith("/"):
        return PurePosixPath(path).as_uri()
    slashes = with_slashes(path, windows=windows).removeprefix("./")
    return quote(slashes.encode("utf-8", "surrogateescape"), safe="/")
