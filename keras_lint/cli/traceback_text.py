"""Tracebacks as Python, IPython and TensorFlow print them, taken apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COLOR = re.compile(r"\x1b\[[0-9;]*m")
_FRAME = re.compile(r'^\s*File "(?P<path>[^"\n]+)", line (?P<line>\d+)', re.MULTILINE)
_IPYTHON_FILE = re.compile(
    r"^(?:File )?(?P<path>[~/.\w][^\n:]*\.py):(?P<line>\d+),? in ", re.MULTILINE
)
_CELL = re.compile(
    r"^(?:Cell )?(?:In\s?\[(?P<count>\d+)\]|Input In \[\d+\]), line (?P<line>\d+)", re.MULTILINE
)
_ARROW = re.compile(r"^-+> (?P<line>\d+) ", re.MULTILINE)
_INPUT = re.compile(r"^(?P<path><ipython-input-[^>]+>) in ", re.MULTILINE)
_ERROR = re.compile(
    r"^(?P<kind>(?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Interrupt|Iteration))"
    r"(?::[ \t]*(?P<message>.*))?$",
    re.MULTILINE,
)
_LIBRARY = re.compile(
    r"(?:^|/)(?:site-packages|dist-packages|lib/python\d[^/]*)/|^<frozen|^<__array|^<string>"
)
_CONTINUED = 30
"""How many lines of a message are read."""


@dataclass(frozen=True)
class Frame:
    """A line of the user's program; a cell of a notebook has its text and no file."""

    path: str
    line: int


@dataclass(frozen=True)
class Failure:
    """What an error text says: the user's lines from the outermost in, and the exception.

    ``kind`` is empty where only a message was given.
    """

    frames: tuple[Frame, ...]
    kind: str
    message: str


def parse(text: str) -> Failure:
    """Take an error text apart; a bare message is one without lines."""
    text = _COLOR.sub("", text).replace("\r\n", "\n").expandtabs()
    errors = [one for one in _ERROR.finditer(text) if not _is_old(text, one)]
    if not errors:
        return Failure(tuple(_frames(text)), "", text.strip())
    last = errors[-1]
    rest = text[last.end() :].removeprefix("\n").split("\n")[:_CONTINUED]
    message = "\n".join([last["message"] or "", *rest]).strip()
    kind = last["kind"].rpartition(".")[2]
    return Failure(tuple(_frames(text[: last.start()])), kind, message)


def _is_old(text: str, error: re.Match[str]) -> bool:
    """Tell whether an error is the one that a later one was raised during."""
    between = text[error.end() : error.end() + 400]
    return "During handling of the above exception" in between or "direct cause" in between


def _frames(text: str) -> list[Frame]:
    found: list[tuple[int, Frame]] = []
    for pattern in (_FRAME, _IPYTHON_FILE):
        for one in pattern.finditer(text):
            if not _LIBRARY.search(one["path"].replace("\\", "/")):
                found.append((one.start(), Frame(one["path"], int(one["line"]))))
    for one in _CELL.finditer(text):
        found.append((one.start(), Frame(f"In [{one['count'] or '?'}]", int(one["line"]))))
    for one in _INPUT.finditer(text):
        arrow = _ARROW.search(text, one.end())
        if arrow is not None:
            found.append((one.start(), Frame(one["path"], int(arrow["line"]))))
    return [frame for _, frame in sorted(found, key=lambda pair: pair[0])]
