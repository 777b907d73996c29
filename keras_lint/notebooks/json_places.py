"""Where the values of a JSON text stand in it, so that one can change and all others stay."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_SPACE = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True)
class Member:
    """A value of an object or array: its key or index, and its range in the text."""

    key: str | int
    start: int
    end: int


def members(text: str, start: int) -> Iterator[Member]:
    """Give the members of the object or array that starts at an offset of valid JSON."""
    position = _skip(text, start)
    closing = "}" if text[position] == "{" else "]"
    is_object = closing == "}"
    index = 0
    position = _skip(text, position + 1)
    while text[position] != closing:
        key: str | int = index
        if is_object:
            key, position = _DECODER.raw_decode(text, position)
            position = _skip(text, _skip(text, position) + 1)
        _, end = _DECODER.raw_decode(text, position)
        yield Member(key, position, end)
        index += 1
        position = _skip(text, end)
        if text[position] == ",":
            position = _skip(text, position + 1)


def member(text: str, start: int, key: str) -> Member | None:
    """Give one member of the object that starts at an offset, the last of that name."""
    found = [one for one in members(text, start) if one.key == key]
    return found[-1] if found else None


def rewritten_source(text: str, start: int, end: int, new: str) -> str:
    """Write a cell's source as JSON in the form that the old one has.

    Args:
        text: the notebook's JSON.
        start: where the old source starts, a string or an array of lines.
        end: where it ends.
        new: the new source.
    """
    old = text[start:end]
    ascii_only = old.isascii()
    if old.startswith('"'):
        return json.dumps(new, ensure_ascii=ascii_only)
    spelled: dict[Any, str] = {}
    places = list(members(text, start))
    for one in places:
        raw = text[one.start : one.end]
        spelled.setdefault(json.loads(raw, strict=False), raw)
    lines = re.findall(r"[^\n]*\n|[^\n]+", new)
    # An unchanged line keeps its own spelling, escapes included.
    written = [spelled.get(line) or json.dumps(line, ensure_ascii=ascii_only) for line in lines]
    if not written:
        return "[]"
    if not places:
        return "[" + ", ".join(written) + "]"
    between = text[places[0].end : places[1].start] if len(places) > 1 else None
    opening = text[start : places[0].start]
    if between is None:
        between = "," + (opening[1:] or " ")
    return opening + between.join(written) + text[places[-1].end : end]


def _skip(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


_DECODER = json.JSONDecoder(strict=False)
