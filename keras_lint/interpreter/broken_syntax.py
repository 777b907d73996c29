"""What stands where a parser stops, in words: Python 2, notebooks, pasted sessions."""

from __future__ import annotations

import re

PRINT = "Python 2's print statement"
EXEC = "Python 2's exec statement"

# By the text of the statement; the parser's own words mislead here, or differ by version.
_STATEMENTS = (
    (re.compile(r"print\b(?!\s*[(=.,)\]])"), PRINT),
    (re.compile(r"exec\b\s*[^\s(=.,]"), EXEC),
    (re.compile(r"except\s[^:()]*,\s*\w+\s*:"), "Python 2's form of `except`, with a comma"),
    (re.compile(r"raise\s+[\w.]+\s*,"), "Python 2's form of `raise`, with a comma"),
    (re.compile(r"(?:>>>|\.\.\.)(?:\s|$)"), "the prompt of an interactive session"),
    (re.compile(r"In \[\d*\]:"), "the prompt of an interactive session"),
    (re.compile(r"!\s*\w"), "a shell command of a notebook"),
    (re.compile(r"%{1,2}[A-Za-z]"), "a magic command of a notebook"),
    (re.compile(r"(?:<{7}|={7}|>{7})(?:\s|$)"), "a marker of an unresolved merge"),
)
# By the text from the place on where the parser stops.
_PLACES = (
    (re.compile(r"`"), "Python 2's backquotes"),
    (re.compile(r"<>"), "Python 2's operator `<>`"),
    (re.compile(r"[lL]\b"), "Python 2's long integer"),
    (re.compile(r"['\"]"), "Python 2's string prefix `ur`"),
    (re.compile("[\u201c\u201d\u2018\u2019]"), "a typographic quotation mark"),
)
_MESSAGES = (
    ("in call to 'print'", PRINT),
    ("in call to 'exec'", EXEC),
    ("Perhaps you forgot a comma", "invalid syntax, as where a comma is missing"),
    ("leading zeros in decimal", "Python 2's form of an octal integer"),
    ("arameters cannot be parenthesized", "Python 2's tuple as a parameter"),
)
_TUPLE_PARAMETER = re.compile(r"(?:def\s+\w+\s*\([^()]*|lambda\s[^:()]*)\([\w\s,]*\)[^()]*")
_ASSIGNMENT = re.compile(r"(?:if|elif|while|assert)\b[^=]*[\w\])]\s*=(?!=)")
_KEYWORD = re.compile(r"(async|await|nonlocal|None|True|False|with|as|yield)\s*=(?!=)")
_MISPLACED = re.compile(r"'(\w+)' (?:not properly in|outside) (?:async )?(function|loop)")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WALRUS = re.compile(r"\w+\s*:=")
_ADVICE = re.compile(r"(?:\. | \()?(?:Did you mean|Perhaps you forgot|Maybe you meant).*$")


def construct(statement: str, message: str, column: int) -> str:
    """Name what a parser stopped at.

    Args:
        statement: the statement, without its indentation.
        message: what the parser says.
        column: where it stopped in the first line of ``statement``, 0-based; -1 elsewhere.
    """
    for pattern, name in _STATEMENTS:
        if pattern.match(statement):
            return name
    for words, name in _MESSAGES:
        if words in message:
            return name
    if column >= 0 and _at_place(statement, column):
        return _at_place(statement, column)
    if message == "invalid syntax" and _TUPLE_PARAMETER.match(statement):
        return "Python 2's tuple as a parameter"
    return _reworded(statement, message, column)


def _reworded(statement: str, message: str, column: int) -> str:
    """Name what the parser itself finds no words for, or words that mislead."""
    keyword = _KEYWORD.match(statement)
    if keyword is not None:
        return f"an assignment to the keyword `{keyword[1]}`"
    if _WALRUS.match(statement):
        return "`:=` outside of parentheses"
    if message.startswith("invalid syntax") and _ASSIGNMENT.match(statement):
        return "`=` where a condition needs `==`"
    misplaced = _MISPLACED.match(message)
    if misplaced is not None:
        return f"`{misplaced[1]}` outside of a {misplaced[2]}"
    stopped = _TOKEN.match(statement, column) if column >= 0 else None
    if message == "invalid syntax" and stopped is not None:
        return f"invalid syntax at `{stopped[0]}`"
    return _plain(message)


def _at_place(statement: str, column: int) -> str:
    for pattern, name in _PLACES:
        # Of a number and its suffix the parser points at the last digit.
        for start in (column, column + 1):
            found = pattern.match(statement, start)
            if found and _is_meant(statement, found.start()):
                return name
    return ""


def _is_meant(statement: str, start: int) -> bool:
    mark, before = statement[start], statement[max(start - 2, 0) : start]
    if mark in "'\"":
        return before.lower() == "ur"
    return mark not in "lL" or before[-1:].isdigit()


def _plain(message: str) -> str:
    """Give the parser's message as one lowercase clause without its guesses."""
    text = " ".join(_ADVICE.sub("", message).split()).rstrip(".")
    return text[:1].lower() + text[1:] if text[:2] != text[:2].upper() else text
