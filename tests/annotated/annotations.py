"""The comments of annotated programs: what is expected of the layers and models of each line.

``# shape: (None, 8)``   what the layer made on this line gives; ``|`` between the layers of
                         several runs of the line and between the shapes of one shared layer;
                         ``3 * (None, 8)`` for three layers; ``[...]`` and ``{...}`` for several
                         outputs; ``?`` for a size or shape that cannot be known without running
``# params: 72``         the number of values in the weights of that layer, likewise
``# output: (None, 4)``  the output of the model that this line binds to a name, at the end
``# total: 180``         the parameters of that model
``# [rule-name]``        what a rule reports on this line
``# keras runs: f()``    what Keras executes after the program, which nobody calls in it
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PROGRAMS = sorted((HERE / "programs").glob("*.py"))
PROJECTS = sorted((HERE / "projects").glob("*/main.py"))
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))

UNKNOWN = "?"
_KINDS = ("shape", "params", "output", "total", "keras runs")
_COMMENT = re.compile(rf"#\s*(?:({'|'.join(_KINDS)}):\s*(.*?)|\[([a-z0-9, -]+)\])\s*(?=#|$)")
_REPEATED = re.compile(r"(\d+) \* (.*)")


@dataclass
class Annotations:
    """What the comments of one file say, by line."""

    shapes: dict[int, list[Any]] = field(default_factory=dict)
    params: dict[int, list[Any]] = field(default_factory=dict)
    outputs: dict[int, Any] = field(default_factory=dict)
    totals: dict[int, Any] = field(default_factory=dict)
    marks: list[tuple[int, str]] = field(default_factory=list)
    runs: str = ""


def program_name(path: Path) -> str:
    """Give the name that a program has in answers and test ids."""
    return path.relative_to(ROOT).as_posix()


def read_annotations(text: str) -> Annotations:
    """Parse the comments of a program."""
    found = Annotations()
    for line, _, comment in _comments(text):
        for match in _COMMENT.finditer(comment):
            kind, value, rules = match.groups()
            if rules is not None:
                found.marks += [(line, rule.strip()) for rule in rules.split(",")]
            elif kind == "shape":
                found.shapes[line] = _values(value)
            elif kind == "params":
                found.params[line] = _values(value)
            elif kind == "output":
                found.outputs[line] = _value(value)
            elif kind == "total":
                found.totals[line] = _value(value)
            else:
                found.runs = value
    found.marks.sort()
    return found


def strip_annotations(text: str) -> str:
    """Give the program without these comments, every line in its place."""
    lines = text.split("\n")
    for line, column, comment in _comments(text):
        kept = _COMMENT.sub("", comment).rstrip()
        lines[line - 1] = (lines[line - 1][:column] + kept).rstrip()
    return "\n".join(lines)


def fits(expected: Any, actual: Any) -> bool:
    """Tell whether what Keras says is what a comment expects; ``?`` fits everything."""
    if expected == UNKNOWN:
        return True
    if isinstance(expected, tuple | list) and isinstance(actual, list):
        return len(expected) == len(actual) and all(map(fits, expected, actual))
    if isinstance(expected, dict) and isinstance(actual, dict):
        return expected.keys() == actual.keys() and all(
            fits(value, actual[key]) for key, value in expected.items()
        )
    return type(expected) is type(actual) and bool(expected == actual)


def plain(value: Any) -> Any:
    """Give an expectation as JSON has it: shapes are lists."""
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return value


def _comments(text: str) -> list[tuple[int, int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [(t.start[0], t.start[1], t.string) for t in tokens if t.type == tokenize.COMMENT]


def _values(text: str) -> list[Any]:
    found = []
    for part in text.split("|"):
        repeated = _REPEATED.fullmatch(part.strip())
        times, value = (int(repeated[1]), repeated[2]) if repeated else (1, part)
        found += [_value(value)] * times
    return found


def _value(text: str) -> Any:
    return ast.literal_eval(text.strip().replace(UNKNOWN, repr(UNKNOWN)))
