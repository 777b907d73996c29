"""``operator``, ``re`` and ``json`` on values that are plain Python."""

from __future__ import annotations

import json
import re
from typing import Any

from keras_lint.interpreter.call_values import Arguments
from keras_lint.interpreter.context import Context
from keras_lint.interpreter.handlers import handles, handles_each
from keras_lint.interpreter.operators import apply_binary
from keras_lint.interpreter.values import NONE, Constant, Dict, ExternalObject, List, Tuple, Value
from keras_lint.shapes import Unknown
from keras_lint.source import Span

_SYMBOLS = {
    "add": "+",
    "sub": "-",
    "mul": "*",
    "truediv": "/",
    "floordiv": "//",
    "mod": "%",
    "pow": "**",
    "matmul": "@",
}
_LONGEST_TEXT = 200
_REPEATED_GROUP = re.compile(r"\)[*+{]")
_REPETITION = re.compile(r"[*+{]")
_MOST_REPETITIONS = 3
"""With more of them, or with a repeated group, a match could take for ever."""


@handles_each(
    "operator.add",
    "operator.sub",
    "operator.mul",
    "operator.truediv",
    "operator.floordiv",
    "operator.mod",
    "operator.pow",
    "operator.matmul",
)
def binary(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Apply an operator that is given as a function."""
    if len(arguments.positional) != 2:
        return Unknown(f"`{name}` of something", span)
    left, right = arguments.positional
    result: Value = apply_binary(run, _SYMBOLS[name.rpartition(".")[2]], left, right, span)
    return result


@handles("json.loads")
def load_json(run: Context, arguments: Arguments, span: Span) -> Value:
    """Read a text that stands in the code."""
    text = arguments.get(0, "s")
    if isinstance(text, Constant) and isinstance(text.value, str) and not arguments.keywords:
        try:
            return plain_value(json.loads(text.value), span)
        except ValueError:
            return Unknown("a text that is no JSON", span)
    return Unknown("what a JSON text holds", span)


@handles_each(
    "re.match",
    "re.search",
    "re.fullmatch",
    "re.findall",
    "re.split",
    "re.sub",
)
def match(name: str, run: Context, arguments: Arguments, span: Span) -> Value:
    """Search a short text that is known; patterns that could take very long are not tried."""
    given = [value.value for value in arguments.positional if isinstance(value, Constant)]
    plain = len(given) == len(arguments.positional) and not arguments.keywords
    texts = [one for one in given if isinstance(one, str)]
    short = all(len(one) <= _LONGEST_TEXT for one in texts)
    if not plain or not short or not texts or _may_take_long(texts[0]):
        return Unknown(f"what `{name}` finds", span)
    try:
        return plain_value(getattr(re, name.rpartition(".")[2])(*given), span)
    except (re.error, TypeError, IndexError):
        return Unknown(f"what `{name}` finds", span)


def _may_take_long(pattern: str) -> bool:
    repetitions = len(_REPETITION.findall(pattern))
    return repetitions > _MOST_REPETITIONS or _REPEATED_GROUP.search(pattern) is not None


@handles("re.Match.group")
def group(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give one group of a match."""
    found, which = arguments.get(0, "match"), arguments.get(1, "group")
    assert isinstance(found, ExternalObject), "a method gets its object first"
    key = 0 if which is None else which.value if isinstance(which, Constant) else None
    if len(arguments.positional) > 2 or key not in found.cells:
        return Unknown("a group of a match", span)
    chosen: Value = found.cells[key]
    return chosen


@handles("re.Match.groups")
def groups(run: Context, arguments: Arguments, span: Span) -> Value:
    """Give all groups of a match."""
    found = arguments.get(0, "match")
    assert isinstance(found, ExternalObject), "a method gets its object first"
    count = sum(isinstance(key, int) for key in found.cells) - 1
    return Tuple(tuple(found.cells[index + 1] for index in range(count)))


def plain_value(plain: Any, span: Span) -> Value:
    """Give a plain Python object as a value."""
    match plain:
        case None:
            return NONE
        case dict():
            return Dict({key: plain_value(item, span) for key, item in plain.items()})
        case list():
            return List([plain_value(item, span) for item in plain])
        case tuple():
            return Tuple(tuple(plain_value(item, span) for item in plain))
        case re.Match():
            made = ExternalObject("re.Match", span=span)
            parts: dict[Any, Any] = {0: plain.group(0), **plain.groupdict()}
            parts.update(enumerate(plain.groups(), 1))
            made.cells.update({key: Constant(part) for key, part in parts.items()})
            return made
    return Constant(plain)
