"""Reading a text that is no valid Python without the statements that are not.

What is left out may have changed anything that it names: in its place stands a call of
something unknown with those names, so that nothing outlives it that it may have changed.
"""

from __future__ import annotations

import ast
import keyword
import re
import warnings
from collections import Counter

from keras_lint.interpreter.broken_syntax import PRINT, construct
from keras_lint.interpreter.logical_lines import indentation, logical_lines
from keras_lint.source import SourceText

LIMIT = 50
"""How many times a text is read again."""

_UNKNOWN = "statement_left_out"
_NAME = re.compile(r"(?<![\w.])[A-Za-z_]\w*(?!\w|\s*=[^=])")
_QUOTED = re.compile(r"#.*|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"")
_TARGETS = re.compile(r"([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\s*(?::[^=]+)?=(?!=)")
_HEADER = re.compile(r"(?:async\s+)?(if|elif|while|for|with|except|else|finally|try|def|class)\b")
_DEFINED = re.compile(r"(?:async\s+)?(?:def|class)\s+(\w+)")
_LOOP_TARGETS = re.compile(r"(?:async\s+)?for\s+([\w\s,()]+?)\s+in\b")
_PRINT = re.compile(r"\s*print\b(?!\s*[(=.,)\]:])")
_COLON = re.compile(r":\s*(?:#.*)?$")
_MOST_NAMES = 40


class ParseFailure(Exception):
    """A text that is no Python: where, 1-based, and what stands there."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


def checked_tree(text: str) -> ast.Module:
    """Parse a text, and refuse what only Python's compiler refuses: a `return` in no function.

    Raises:
        SyntaxError: it is no Python.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of strange escapes in strings
        tree = ast.parse(text)
        try:
            compile(tree, "<source>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        except SyntaxError as error:
            if "__future__" not in error.msg:  # each cell of a notebook may import it
                raise
        except (RecursionError, MemoryError):
            pass  # what was parsed can be read
    return tree


def first_failure(text: str) -> SyntaxError | ParseFailure | None:
    """Give the first thing in a text that is no Python, None where all is."""
    try:
        checked_tree(text)
    except SyntaxError as error:
        return error if error.lineno else ParseFailure(str(error.msg), 1, 1)
    except (ValueError, RecursionError, MemoryError) as error:
        return ParseFailure(str(error) or type(error).__name__, 1, 1)
    return None


def leave_out(source: SourceText) -> tuple[str, tuple[ParseFailure, ...]]:
    """Give the text, line for line, without what is no Python, and what was left out.

    Raises:
        ParseFailure: what is left is still no Python.
    """
    draft = _Draft(source.lines())
    for _ in range(LIMIT):
        text = "\n".join(draft.lines) + "\n"
        error = first_failure(text)
        if error is None:
            return text, tuple(sorted(draft.failures, key=lambda one: one.line))
        if isinstance(error, ParseFailure):
            raise draft.failures[0] if draft.failures else error
        draft.repair(error)
    raise draft.failures[0]


class _Draft:
    """The lines of a file on the way to becoming Python."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.failures: list[ParseFailure] = []
        self._tries: Counter[int] = Counter()

    def repair(self, error: SyntaxError) -> None:
        """Leave out the statement in which a parser stopped."""
        row = min(max((error.lineno or 1) - 1, 0), len(self.lines) - 1)
        if error.msg.startswith("expected an indented block") and self._give_body(row):
            return
        start, end = self._statement(row)
        text = "\n".join(self.lines[start : end + 1])
        indent = indentation(text)
        column = (error.offset or 1) - 1
        named = construct(
            text[len(indent) :], error.msg, column - len(indent) if row == start else -1
        )
        if named == PRINT and _PRINT.match(self.lines[start]):
            self._leave_out_prints()
            return
        self._tries[start] += 1
        if self._tries[start] == 1:
            self.failures.append(ParseFailure(named, row + 1, max(column, 0) + 1))
        if isinstance(error, IndentationError):
            indent = self._indentation_above(start)
        self._put(start, end, self._substitute(start, indent, text.strip()))

    def _substitute(self, start: int, indent: str, text: str) -> str:
        if self._tries[start] == 1:
            return indent + substitute(text)
        return indent + "pass" if self._tries[start] == 2 else ""

    def _statement(self, row: int) -> tuple[int, int]:
        for start, end in logical_lines(self.lines):
            if start <= row <= end:
                return start, end
        return row, row

    def _put(self, start: int, end: int, line: str) -> None:
        self.lines[start : end + 1] = [line] + [""] * (end - start)

    def _leave_out_prints(self) -> None:
        """Leave out all print statements at once: where one is, many are."""
        for start, end in logical_lines(self.lines):
            line = self.lines[start]
            if _PRINT.match(line):
                indent = indentation(line)
                self.failures.append(ParseFailure(PRINT, start + 1, len(indent) + 1))
                self._put(start, end, indent + "pass")

    def _give_body(self, row: int) -> bool:
        """Give the header in front of a line a body."""
        for above in range(row if self.lines[row].strip() else row + 1, 0, -1):
            line = self.lines[above - 1]
            if line.strip() and not line.lstrip().startswith("#"):
                found = _COLON.search(line)
                if found is None:
                    return False
                column = len(indentation(line)) + 1
                if not any(failure.line == above for failure in self.failures):
                    self.failures.append(ParseFailure("a block without a body", above, column))
                self.lines[above - 1] = line[: found.start()] + ": pass"
                return True
        return False

    def _indentation_above(self, row: int) -> str:
        above = (line for line in reversed(self.lines[:row]) if line.strip())
        return indentation(next(above, ""))


def substitute(statement: str) -> str:
    """Give one line of Python that does no more than a broken statement might do."""
    header = _HEADER.match(statement)
    unknown = f"{_UNKNOWN}({', '.join(_names(statement))})"
    if header is not None:
        return _header(header[1], statement, unknown)
    if statement.startswith(("import ", "from ")):
        return "pass"
    if statement.startswith("return"):
        return f"return {unknown}"
    targets = _TARGETS.match(statement)
    if targets is not None and not any(map(keyword.iskeyword, targets[1].split(","))):
        return " = ".join([*(name.strip() for name in targets[1].split(",")), unknown])
    return unknown


def _header(word: str, statement: str, unknown: str) -> str:
    match word:
        case "if" | "elif" | "while" | "with":
            return f"{word} {unknown}:"
        case "for":
            targets = _LOOP_TARGETS.match(statement)
            return f"for {targets[1] if targets else '_'} in {unknown}:"
        case "except":
            return "except Exception:"
        case "def" | "class":
            name = _DEFINED.match(statement)
            given = "(*_, **__)" if word == "def" else ""
            return f"{word} {name[1] if name else '_'}{given}:"
        case _:
            return f"{word}:"


def _names(statement: str) -> list[str]:
    found = dict.fromkeys(_NAME.findall(_QUOTED.sub("", statement)))
    return [name for name in found if not keyword.iskeyword(name)][:_MOST_NAMES]
