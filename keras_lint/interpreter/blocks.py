"""Which lines a comment in a program is about: the block that it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from astroid import nodes

from keras_lint.interpreter.syntax import ParseFailure, parse_leniently
from keras_lint.source import SourceText


@dataclass(frozen=True)
class Block:
    """The lines that a comment holds for, and how deeply their block is nested."""

    first: int
    last: int
    depth: int


def blocks_around(source: SourceText, lines: list[int]) -> list[Block]:
    """Give the block of each comment by its line; none where the text cannot be parsed.

    pylint: ``FileState._set_message_state_in_block`` asks the innermost node around the
    line for the block that the line is in. In a module, class or function the comment
    holds from its own line on, or for the whole if it stands above the first statement.
    """
    try:
        tree, _ = parse_leniently(source, "module")
    except ParseFailure:
        return []
    return [_block(tree, line) for line in lines]


def _block(tree: nodes.Module, line: int) -> Block:
    node, depth = _innermost(tree, line)
    first, last = node.block_range(line)
    if isinstance(node, nodes.Module | nodes.ClassDef | nodes.FunctionDef):
        below = bool(node.body) and line > node.body[0].fromlineno
        first = line if below else first
    return Block(first, last, depth)


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
