"""Findings and faults of a notebook's program, told as places in its cells."""

from __future__ import annotations

from dataclasses import replace

from keras_lint.diagnostics import Diagnostic
from keras_lint.diagnostics.diagnostic import Edit, Fix, Label
from keras_lint.engine import Report, SyntaxFault
from keras_lint.notebooks.notebook import Notebook
from keras_lint.source import SourceText


def located(source: SourceText, one: Diagnostic) -> Diagnostic:
    """Give a finding with every place as the user knows it; in a file of Python the same."""
    if not isinstance(source, Notebook):
        return one
    return replace(
        one,
        span=source.locate(one.span),
        labels=tuple(Label(source.locate(label.span), label.text) for label in one.labels),
        fixes=tuple(_located_fix(source, fix) for fix in one.fixes),
    )


def with_cell_faults(report: Report) -> Report:
    """Add to a report what was no Python in the cells of a notebook."""
    source = report.source
    if not isinstance(source, Notebook) or not source.failures:
        return report
    faults = tuple(SyntaxFault(one.line, one.column, one.message) for one in source.failures)
    return replace(report, fault=faults[0], left_out=(*faults, *report.left_out))


def _located_fix(source: Notebook, fix: Fix) -> Fix:
    edits = tuple(Edit(source.locate(edit.span), edit.replacement) for edit in fix.edits)
    return replace(fix, edits=edits)
