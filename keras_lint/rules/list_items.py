"""The place of one item in a list that stands in a call: ``Sequential([..., item, ...])``."""

from __future__ import annotations

import ast
from collections.abc import Callable

from keras_lint.source import SourceText, Span


def item_span(source: SourceText, call: Span, is_it: Callable[[ast.expr], bool]) -> Span:
    """Give the place of the last item that is the one meant, or of the whole call."""
    if call.path != source.path:
        return call
    try:
        tree = ast.parse(f"({source.slice(call)})", mode="eval")
    except (SyntaxError, ValueError):
        return call
    if not isinstance(tree.body, ast.Call):
        return call
    values = [*tree.body.args, *(one.value for one in tree.body.keywords)]
    lists = [one for one in values if isinstance(one, ast.List | ast.Tuple)]
    found = [item for one in lists for item in one.elts if is_it(item)]
    return _placed(source, call, found[-1]) if found else call


def _placed(source: SourceText, call: Span, item: ast.expr) -> Span:
    lines = f"({source.slice(call)})".split("\n")

    def column(line: int, offset: int) -> int:
        # ``ast`` counts bytes; the text has one parenthesis in front.
        characters = len(lines[line - 1].encode()[:offset].decode())
        return characters if line > 1 else characters - 1 + call.column

    end_line = item.end_lineno or item.lineno
    return Span(
        call.path,
        call.line + item.lineno - 1,
        column(item.lineno, item.col_offset),
        call.line + end_line - 1,
        column(end_line, item.end_col_offset or item.col_offset),
    )


def last_name(item: ast.expr) -> str:
    """Give the last part of a name: ``layers.Flatten`` is ``Flatten``; empty for anything else."""
    if isinstance(item, ast.Attribute):
        return item.attr
    return item.id if isinstance(item, ast.Name) else ""
