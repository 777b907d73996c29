"""Statements of a text that may be no Python: which lines belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOKEN = re.compile(
    r"""
    (?P<comment>\#.*)
    | (?P<triple>'''|\"\"\")
    | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
    | (?P<open>[(\[{])
    | (?P<close>[)\]}])
    | (?P<continued>\\\s*$)
    | .
    """,
    re.VERBOSE,
)
_STARTS_STATEMENT = re.compile(
    r"""
    \s*(?:
      (?:import|from|def|class|if|elif|else|for|while|return|with|try|except|finally|raise
         |print|assert|del|pass|break|continue)\b
      | @\w
      | [\w.]+\s*[-+*/%]?=(?!=)
      | \w+(?:\.\w+)+\(
    )
    """,
    re.VERBOSE,
)


def logical_lines(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Give the first and last index of each statement's lines.

    A bracket that is never closed would swallow the rest of the file: what looks like a
    statement, and is not indented further than the one with the bracket, starts afresh.
    """
    found: list[tuple[int, int]] = []
    state = _State()
    start = 0
    for index, line in enumerate(lines):
        if state.depth and not state.triple and index > start and _restarts(line, lines[start]):
            found.append((start, index - 1))
            start, state = index, _State()
        state.read(line)
        if not state.is_open:
            found.append((start, index))
            start = index + 1
    if start < len(lines):
        found.append((start, len(lines) - 1))
    return found


def indentation(line: str) -> str:
    """Give the white space in front of a line."""
    return line[: len(line) - len(line.lstrip())]


def _restarts(line: str, first: str) -> bool:
    return len(indentation(line)) <= len(indentation(first)) and bool(_STARTS_STATEMENT.match(line))


class _State:
    """What is open at the end of a line: brackets, a string, a backslash."""

    def __init__(self) -> None:
        self.depth = 0
        self.triple = ""
        self.continued = False

    @property
    def is_open(self) -> bool:
        """Whether the next line belongs to the same statement."""
        return self.depth > 0 or bool(self.triple) or self.continued

    def read(self, line: str) -> None:
        """Go on over one line."""
        self.continued = False
        position = 0
        while position < len(line):
            if self.triple:
                end = line.find(self.triple, position)
                if end < 0:
                    return
                position = end + len(self.triple)
                self.triple = ""
                continue
            token = _TOKEN.match(line, position)
            if token is None:
                return
            self._take(token)
            position = token.end()

    def _take(self, token: re.Match[str]) -> None:
        match token.lastgroup:
            case "triple":
                self.triple = token.group()
            case "open":
                self.depth += 1
            case "close":
                self.depth = max(self.depth - 1, 0)
            case "continued":
                self.continued = True
