"""``# pylint: disable=...`` comments, with the effect that they have in pylint."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass

from astroid import nodes

from keras_lint.cli.rule_choice import stands_for
from keras_lint.diagnostics import Diagnostic
from keras_lint.interpreter.syntax import ParseFailure, parse_leniently
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


@dataclass(frozen=True)
class _Effect:
    """A pragma with the lines that it holds for, and how deeply its block is nested."""

    pragma: Pragma
    first: int
    last: int
    depth: int


class Pragmas:
    """The comments of one file that switch messages off and on."""

    def __init__(self, source: SourceText) -> None:
        self.skips_file = False
        self._effects: list[_Effect] = []
        if "pylint:" not in source.text:
            return
        pragmas = list(self._read(source))
        if not pragmas:
            return
        try:
            tree, _ = parse_leniently(source, "module")
        except ParseFailure:
            return
        effects = [_effect(tree, pragma) for pragma in pragmas]
        # As in pylint a comment of an outer block has the last word on the lines below it.
        self._effects = sorted(effects, key=lambda one: (-one.depth, one.pragma.line))

    def silence(self, diagnostic: Diagnostic) -> bool:
        """Tell whether a finding is switched off where it is reported."""
        if self.skips_file:
            return True
        rule = find_rule(diagnostic.rule)
        silent = False
        for effect in self._effects:
            here = effect.first <= diagnostic.span.line <= effect.last
            if here and rule is not None and _concerns(effect.pragma, rule):
                silent = effect.pragma.disables
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


def _effect(tree: nodes.Module, pragma: Pragma) -> _Effect:
    """Find the lines that a comment holds for.

    pylint: ``FileState._set_message_state_in_block`` asks the innermost node around the
    line for the block that the line is in. In a module, class or function the comment
    holds from its own line on, or for the whole if it stands above the first statement.
    """
    node, depth = _innermost(tree, pragma.line)
    first, last = node.block_range(pragma.line)
    if isinstance(node, nodes.Module | nodes.ClassDef | nodes.FunctionDef):
        below = bool(node.body) and pragma.line > node.body[0].fromlineno
        first = pragma.line if below else first
    return _Effect(pragma, first, last, depth)


def _innermost(tree: nodes.Module, line: int) -> tuple[nodes.NodeNG, int]:
    node: nodes.NodeNG = tree
    depth = 0
    while True:
        inner = next((c for c in node.get_children() if _surrounds(c, line)), None)
        if inner is None:
            return node, depth
        node, depth = inner, depth + 1


def _surrounds(node: nodes.NodeNG, line: int) -> bool:
    first, last = node.fromlineno, node.tolineno
    return first is not None and last is not None and first <= line <= last
