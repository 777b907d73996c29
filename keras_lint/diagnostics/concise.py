"""One line for each finding: ``path:line:column: CODE message (rule)``, columns from 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from keras_lint.diagnostics.diagnostic import Diagnostic
from keras_lint.diagnostics.visible import one_line, visible
from keras_lint.source import SourceText


def render(report_items: Sequence[Diagnostic], sources: Mapping[str, SourceText]) -> str:
    """Give the findings in their order, nothing where there are none."""
    return "".join(f"{_line(item)}\n" for item in report_items)


def _line(item: Diagnostic) -> str:
    return f"{visible(str(item.span))}: {item.code} {one_line(item.message)} ({item.rule})"
