"""IPython's own syntax in a cell: magics, shell lines and help, replaced line for line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from keras_lint.interpreter.leniency import first_failure, leave_out, substitute
from keras_lint.interpreter.logical_lines import indentation, logical_lines
from keras_lint.interpreter.syntax import ParseFailure
from keras_lint.source import SourceText

BODY_IS_PYTHON = {"time", "timeit", "capture", "prun", "memit", "wandb", "%time", "%timeit"}
"""Cell magics that run the cell as Python."""

_MAGIC = re.compile(r"\s*(?:[%!]|\?)")
_HELP = re.compile(r"\s*\?{0,2}[\w.%]+\?{1,2}\s*(?:#.*)?$")
_ASSIGNED = re.compile(r"\s*[\w.,\s\[\]'\"()]+=\s*[!%]")
_CELL_MAGIC = re.compile(r"\s*%%(\w+)")
_TIMED = re.compile(r"%(time|timeit) (?=[^\s-])")
_TIMED_AS = {"time": "if 1:", "timeit": "if (1):"}
"""Headers as long as the magics, so that the statement behind them keeps its columns."""


def without_magics(text: str) -> str:
    """Give a cell as Python, line for line and column for column."""
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return text
    magic = _CELL_MAGIC.match(lines[first])
    if magic is not None:
        if magic[1] not in BODY_IS_PYTHON:
            return "\n".join("" for _ in lines)
        lines[first] = ""
    elif first_failure(text) is None:
        return text
    row = first
    while row < len(lines):
        if _is_magic(lines[row]) and _starts_statement(lines, row):
            end = row
            while lines[end].rstrip().endswith("\\") and end + 1 < len(lines):
                end += 1
            lines[row : end + 1] = [_replaced(lines[row]), *[""] * (end - row)]
            row = end
        row += 1
    return "\n".join(lines)


def as_python(path: str, text: str) -> tuple[str, tuple[ParseFailure, ...]]:
    """Give a cell as Python that parses, and what in it does not; a hopeless cell is empty."""
    plain = without_magics(text)
    if first_failure(plain) is None:
        return plain, ()
    count = plain.count("\n") + 1
    try:
        kept, failures = leave_out(SourceText(path, plain))
    except ParseFailure as failure:
        return "\n" * (count - 1), (failure,)
    return "\n".join(kept.split("\n")[:count]), failures


def _is_magic(line: str) -> bool:
    return bool(_MAGIC.match(line) or _HELP.match(line) or _ASSIGNED.match(line))


def _starts_statement(lines: Sequence[str], row: int) -> bool:
    """Tell a magic from the operator ``%`` on a line of its own inside brackets."""
    return any(start == row for start, _ in logical_lines(lines[: row + 1]))


def _replaced(line: str) -> str:
    indent = indentation(line)
    body = line[len(indent) :]
    timed = _TIMED.match(body)
    if timed is not None:
        inner = _TIMED_AS[timed[1]] + body[timed.end() - 1 :]
        if first_failure(inner) is None:
            return indent + inner
    if _ASSIGNED.match(line) or timed is not None:
        # What it binds or changes is no longer what it was.
        return indent + substitute(re.sub(r"[!%?]", " ", body[timed.end() if timed else 0 :]))
    return indent + "pass" if indent else ""
