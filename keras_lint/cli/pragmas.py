"""``# pylint: disable=...`` comments, with the effect that they have in pylint."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass

from keras_lint.cli.rule_choice import stands_for
from keras_lint.diagnostics import Diagnostic
from keras_lint.interpreter.blocks import Block, blocks_around
from keras_lint.rules.registry import find_rule
from keras_lint.rules.rule import Rule
from keras_lint.source import SourceText

_COMMENT = re.compile(r"#.*?\bpylint:\s*([^;#\n]+)")
_ACTION = re.compile(
    r"\b(disable-next|disable-all|skip-file|disable|enable)\b"
    r"(?:\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*))?"
)


@dataclass(frozen=True)
class Pragma:
    """One comment: from which line on it counts, for which names, and whether it disables."""

    line: int
    names: tuple[str, ...]
    disables: bool


class Pragmas:
    """The comments of one file that switch messages off and on."""

    def __init__(self, source: SourceText) -> None:
        self.skips_file = False
        self._effects: list[tuple[Pragma, Block]] = []
        if "pylint:" not in source.text:
            return
        pragmas = list(self._read(source))
        if not pragmas:
            return
        blocks = blocks_around(source, [pragma.line for pragma in pragmas])
        effects = zip(pragmas, blocks, strict=False)  # no blocks where the text is no Python
        # As in pylint a comment of an outer block has the last word on the lines below it.
        self._effects = sorted(effects, key=lambda one: (-one[1].depth, one[0].line))

    def silence(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a finding is switched off where it is reported."""
        if self.skips_file:
            return True
        rule = find_rule(diagnostic.rule)
        silent = False
        for pragma, block in self._effects:
            here = block.first <= diagnostic.span.line <= block.last
            if here and rule is not None and _concerns(pragma, rule):
                silent = pragma.disables
        return silent

    def _read(self, source: SourceText) -> Iterator[Pragma]:
        for line, comment in _comments(source.text):
            found = _COMMENT.search(comment)
            if found is None:
                continue
            for action, listed in _ACTION.findall(found[1]):
                names = tuple(name.strip() for name in listed.split(",") if name.strip())
                if action in ("skip-file", "disable-all") or (action, names) == (
                    "disable",
                    ("all",),
                ):
                    self.skips_file = True
                elif names:
                    yield Pragma(line + (action == "disable-next"), names, action != "enable")


def _comments(text: str) -> Iterator[tuple[int, str]]:
    """Give the comments of a text, as far as it can be read."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
    except (tokenize.TokenError, SyntaxError):
        return


def _concerns(pragma: Pragma, rule: type[Rule]) -> bool:
    return any(stands_for(name, rule) for name in pragma.names)
