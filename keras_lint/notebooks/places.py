"""Findings and faults of a notebook's program, told as places in its cells."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from keras_lint.diagnostics import Diagnostic
from keras_lint.engine import Report, SyntaxFault
from keras_lint.notebooks.notebook import Notebook
from keras_lint.source import SourceText, Span

_Plain = TypeVar("_Plain")


def located(source: SourceText, one: Diagnostic) -> Diagnostic:
    """Give a finding with every place as the user knows it; in a file of Python the same."""
    return relocated(source, one)


def relocated(source: SourceText, value: _Plain) -> _Plain:
    """Give plain data, frozen dataclasses and tuples of them, with every span located."""
    if not isinstance(source, Notebook):
        return value
    found: Any = _relocated(source, value)
    given: _Plain = found
    return given


def _relocated(source: Notebook, value: Any) -> Any:
    if isinstance(value, Span):
        return source.locate(value)
    if isinstance(value, tuple):
        return tuple(_relocated(source, one) for one in value)
    if isinstance(value, Enum) or not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {one.name: _relocated(source, getattr(value, one.name)) for one in fields(value)}
    return replace(value, **changed)


def with_cell_faults(report: Report) -> Report:
    """Add to a report what was no Python in the cells of a notebook."""
    source = report.source
    if not isinstance(source, Notebook) or not source.failures:
        return report
    faults = tuple(SyntaxFault(one.line, one.column, one.message) for one in source.failures)
    return replace(report, fault=faults[0], left_out=(*faults, *report.left_out))
