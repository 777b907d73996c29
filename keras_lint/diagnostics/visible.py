"""Text as a terminal shows it: no control characters, columns in cells, lines that fit."""

from __future__ import annotations

import re

from rich.cells import cell_len

TAB = "    "
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_DELETE = 0x7F
# C1 controls, zero width marks, and what reorders a line: none may reach a terminal.
_INVISIBLE = (
    *range(0x80, 0xA0),
    0x200B,
    0x200E,
    0x200F,
    *range(0x2028, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
    *range(0xD800, 0xE000),
)
_SHOWN: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys(_INVISIBLE, _REPLACEMENT),
    _DELETE: "\N{SYMBOL FOR DELETE}",
    ord("\t"): TAB,
}
# Code in backquotes and short parentheses stay whole: a shape is read as one word.
_WORD = re.compile(r"(?:`[^`]{1,60}`|\([^()]{1,40}\)|\S)+")


def visible(text: str) -> str:
    """Give one line of text with tabs as four spaces and controls as their pictures."""
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def one_line(text: str) -> str:
    """Give visible text in which every run of white space is one space."""
    return visible(" ".join(text.split()))


def cells(line: str, column: int) -> int:
    """Count the terminal cells in front of a column, given in characters."""
    return cell_len(visible(line[:column]))


def wrap(text: str, width: int) -> list[str]:
    """Break the lines of a text that are wider than ``width``.

    Line breaks in the text stay, and an indented line is laid out by its author: never broken.
    """
    lines: list[str] = []
    for line in map(visible, text.split("\n")):
        lines += [line.rstrip()] if line.startswith(" ") else _wrapped(line, width)
    return lines


def _wrapped(line: str, width: int) -> list[str]:
    if cell_len(line) <= width:
        return [line.rstrip()]
    lines: list[str] = []
    for word in _WORD.findall(line):
        if lines and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
